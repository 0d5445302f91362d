import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Connection } from '../src/dialect/connection.ts'
import { diff } from '../src/diff/diff.ts'
import { plan } from '../src/plan/plan.ts'
import { postgres } from '../src/postgres/postgres.ts'
import { keyOf, type Pair } from '../src/schema/object.ts'
import { Schema } from '../src/schema/schema.ts'
import { someSchema } from './harness/arbitrary.ts'
import { embedded } from './harness/embedded.ts'

const database = embedded()
const pairs = fc.record({ from: someSchema, to: someSchema })

/** Every new object is new: what the questions would ask is answered by no. */
function steps(pair: Pair<Schema>): string[] {
  const { questions } = diff(pair, postgres)
  const answers = { rename: [], create: questions.map(({ to }) => to) }
  return plan(pair, diff(pair, postgres, answers), postgres).steps.map(({ sql }) => sql)
}

async function apply(connection: Connection, statements: readonly string[]): Promise<void> {
  for (const sql of statements) await connection.script(sql)
}

test('a state does not differ from itself, in whatever order its objects are given', () => {
  fc.assert(
    fc.property(someSchema, (schema) => {
      const shuffled = new Schema([...schema].reverse())
      expect(shuffled.hash()).toBe(schema.hash())
      expect(diff({ from: schema, to: shuffled }, postgres).changes).toEqual([])
    }),
  )
})

test('a plan does not depend on the order in which objects are given', () => {
  fc.assert(
    fc.property(pairs, ({ from, to }) => {
      expect(steps({ from: new Schema([...from].reverse()), to: new Schema([...to].reverse()) })).toEqual(
        steps({ from, to }),
      )
    }),
  )
})

test('the plan of any pair leads to the second state, and the plan of the swapped pair leads back', async () => {
  const { connection } = database
  const read = () => postgres.read(connection)
  const same = (a: Schema, b: Schema) =>
    expect(diff({ from: a, to: b }, postgres).changes.map((c) => `${c.verb} ${c.key}`)).toEqual([])
  await fc.assert(
    fc.asyncProperty(pairs, async ({ from, to }) => {
      await database.empty()
      await apply(connection, steps({ from: postgres.empty, to }))
      const target = await read()
      await apply(connection, steps({ from: to, to: postgres.empty }))
      expect([...(await read())].map(keyOf)).toEqual([...postgres.empty].map(keyOf))

      await apply(connection, steps({ from: postgres.empty, to: from }))
      const start = await read()
      await apply(connection, steps({ from, to }))
      same(await read(), target)
      await apply(connection, steps({ from: to, to: from }))
      same(await read(), start)
    }),
    { numRuns: 30 },
  )
})
