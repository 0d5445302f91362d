import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reversed } from '../../src/commands/answers.ts'
import { migrationText } from '../../src/commands/migration-text.ts'
import { diff } from '../../src/diff/diff.ts'
import { letGo } from '../../src/diff/let-go.ts'
import { units } from '../../src/migrate/unit.ts'
import { plan } from '../../src/plan/plan.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { seed } from '../../src/proof/seed.ts'
import { readShapes } from '../../src/proof/shape.ts'
import type { Schema } from '../../src/schema/schema.ts'
import { readCases, statesOf } from '../harness/case.ts'
import { embedded } from '../harness/embedded.ts'
import { furnish } from '../harness/travel.ts'

const database = embedded()

/** A change of type is one statement, whatever the types. */
const cases = readCases(join(import.meta.dirname, '../cases')).filter(
  ({ name }) => !/^column-type\/.*-to-(?!list|jsonb|citext)/.test(name),
)

/** The rows of all tables, by the names of their columns: one that is made anew comes last. */
const rows = async () => {
  const tables = await database.connection.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname !~ '^pg_|^information_schema' order by 1`,
  )
  const found = tables.map(({ name }) =>
    database.connection.query(`select to_jsonb(t)::text from ${name} t order by 1`),
  )
  return [tables, await Promise.all(found)]
}

const ways = cases.flatMap((one) => [
  { ...one, way: 'there' },
  { ...one, way: 'back' },
])

/** The guarded plan of one way, with where it starts and where it leads. */
async function planned({ way, ...one }: (typeof ways)[number]) {
  const { connection } = database
  await furnish(connection)
  const { pair, settled, sql } = await statesOf(one, connection)
  const isBack = way === 'back'
  const there = diff(pair, postgres, one.answers)
  const [difference, states] = isBack
    ? [await reversed(pair, there, postgres), { from: pair.to, to: pair.from }]
    : [there, pair]
  const { steps } = plan(states, difference, postgres, { ...one.manner, guards: true })
  const to = isBack ? settled.from : settled.to
  return {
    steps,
    start: () => connection.script(isBack ? sql.to : `${sql.from};\n${one.seed}`),
    // What the whole server shares stays on the way back.
    left: (from: Schema) =>
      diff({ from: isBack ? letGo({ from, to }, postgres, [], () => true) : from, to }, postgres).changes,
  }
}

test.each(ways)('$name, $way: a guarded migration runs again, whole or stopped between transactions', async (one) => {
  const { connection } = database
  const { steps, start, left } = await planned(one)
  await start()
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
  expect(left(twice)).toEqual([])
  const committed = units(postgres.split(migrationText(steps, false, postgres)))
  for (const [i] of committed.slice(1).entries()) {
    await database.empty()
    await furnish(connection)
    await start()
    for (const { statements } of [...committed.slice(0, i + 1), ...committed])
      for (const { text } of statements) await connection.script(text)
    expect(left(await postgres.read(connection)), `after ${i + 1} of ${committed.length} transactions`).toEqual([])
  }
})
