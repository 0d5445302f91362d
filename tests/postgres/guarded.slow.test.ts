import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diff } from '../../src/diff/diff.ts'
import { plan } from '../../src/plan/plan.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { seed } from '../../src/proof/seed.ts'
import { readShapes } from '../../src/proof/shape.ts'
import { readCases, statesOf } from '../harness/case.ts'
import { embedded } from '../harness/embedded.ts'
import { furnish } from '../harness/travel.ts'

const database = embedded()

/** A change of type is one statement, whatever the types. */
const cases = readCases(join(import.meta.dirname, '../cases')).filter(
  ({ name }) => !/^column-type\/.*-to-(?!list|jsonb|citext)/.test(name),
)

/** The rows of all tables, as text. */
const rows = async () => {
  const tables = await database.connection.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname !~ '^pg_|^information_schema' order by 1`,
  )
  const found = tables.map(({ name }) => database.connection.query(`select t::text from ${name} t order by 1`))
  return [tables, await Promise.all(found)]
}

test.each(cases)('$name: a guarded migration does nothing when it runs again', async (one) => {
  const { connection } = database
  await furnish(connection)
  const { pair, settled, sql } = await statesOf(one, connection)
  await connection.script(sql.from)
  await connection.script(one.seed)
  const { steps } = plan(pair, diff(pair, postgres, one.answers), postgres, { ...one.manner, guards: true })
  const run = async () => {
    for (const step of steps) await connection.script(step.sql)
    return [await postgres.read(connection), await rows()] as const
  }
  const [once] = await run()
  // What comes between the two runs is there afterwards, whatever the first one did to the rows that it found.
  const shapes = await readShapes(connection)
  if (shapes.length > 0) await connection.script(`truncate ${shapes.map(({ sql }) => sql).join(', ')}`)
  await seed(connection)
  const kept = await rows()
  const [twice, keptAgain] = await run()
  const changes = diff({ from: once, to: twice }, postgres).changes
  expect(changes, steps.map(({ sql }) => sql).join(';\n')).toEqual([])
  expect(keptAgain).toEqual(kept)
  expect(diff({ from: twice, to: settled.to }, postgres).changes).toEqual([])
})
