import type { Connection } from '../dialect/connection.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { diff } from '../diff/diff.ts'
import { plan } from '../plan/plan.ts'
import { type Survey, survey } from '../postgres/catalog.ts'
import type { Schema } from '../schema/schema.ts'
import { type Assumed, assuming } from './stand-ins.ts'

/** The statements that make a state in an empty database, as one script. */
export function build(schema: Schema, dialect: Dialect): string {
  const pair = { from: dialect.empty, to: schema }
  return plan(pair, diff(pair, dialect), dialect)
    .steps.map(({ sql }) => sql)
    .join(';\n')
}

/**
 * A declared state as the database itself words it: built in an empty database, read back and rolled back. The stand-ins
 * that it needed stay and are added to `assumed`.
 *
 * Rejects with a `DatabaseError` where it cannot be built.
 */
export function settle(schema: Schema, connection: Connection, dialect: Dialect, assumed: Assumed): Promise<Survey> {
  const script = build(schema, dialect)
  return assuming(connection, assumed, async () => {
    await connection.script('begin')
    await connection.script(script)
    const read = await survey(connection, { transaction: false })
    await connection.script('rollback')
    return read
  })
}
