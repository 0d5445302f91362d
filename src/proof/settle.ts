import type { Connection } from '../dialect/connection.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { diff } from '../diff/diff.ts'
import { plan } from '../plan/plan.ts'
import { readCatalog } from '../postgres/catalog.ts'
import type { Schema } from '../schema/schema.ts'
import { type Assumed, assuming } from './stand-ins.ts'

/** The statements that make a state, as one script; `given` is what is there already. */
export function build(schema: Schema, dialect: Dialect, given: Schema = dialect.empty): string {
  const pair = { from: given, to: schema }
  return plan(pair, diff(pair, dialect), dialect)
    .steps.map(({ sql }) => sql)
    .join(';\n')
}

/**
 * A state as the database itself words it: made, read back and rolled back. The stand-ins that it needs stay and are added
 * to `assumed`.
 *
 * Rejects with a `DatabaseError` where it cannot be made.
 */
export function settle(connection: Connection, assumed: Assumed, make: () => Promise<unknown>): Promise<Schema> {
  return assuming(connection, assumed, async () => {
    await connection.script('begin')
    await make()
    const read = await readCatalog(connection, { transaction: false })
    await connection.script('rollback')
    return read
  })
}
