import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carryOver } from '../src/diff/carry-over.ts'
import { diff } from '../src/diff/diff.ts'
import { postgres } from '../src/postgres/postgres.ts'
import { Schema } from '../src/schema/schema.ts'
import { someSchema } from './harness/arbitrary/state.ts'
import { embedded } from './harness/embedded.ts'
import { type Journey, plansOf, roundTrip, someJourney, someLargerJourney } from './harness/round-trip.ts'

const database = embedded()
const pairs = Number(process.env.SLUICE_PAIRS ?? 100)
// The same in every run, so that a change is judged by itself; `npm run fuzz` looks further.
fc.configureGlobal({ seed: Number(process.env.SLUICE_SEED ?? 1) })

test('a state does not differ from itself, in whatever order its objects are given', () => {
  fc.assert(
    fc.property(someSchema, (schema) => {
      const shuffled = new Schema([...schema].reverse())
      expect(shuffled.hash()).toBe(schema.hash())
      expect(diff({ from: schema, to: shuffled }, postgres).changes).toEqual([])
    }),
  )
})

test('a plan does not depend on the order in which objects are given', async () => {
  await fc.assert(
    fc.asyncProperty(someJourney, async ({ pair, ...rest }) => {
      const turned = (schema: Schema) => new Schema([...schema].reverse())
      const [one, other] = await Promise.all([
        plansOf({ pair, ...rest }),
        plansOf({ pair: { from: turned(pair.from), to: turned(pair.to) }, ...rest }),
      ])
      expect(other.up.plan.steps.map(({ sql }) => sql)).toEqual(one.up.plan.steps.map(({ sql }) => sql))
    }),
  )
})

test('the changes from one state to another, made to the first, give the other', async () => {
  await fc.assert(
    fc.asyncProperty(someJourney, async (journey) => {
      const { pair } = journey
      const { up } = await plansOf(journey)
      const { schema, conflicts } = carryOver(up.difference, pair.from, postgres)
      expect(conflicts).toEqual([])
      expect(diff({ from: schema, to: pair.to }, postgres).changes).toEqual([])
    }),
  )
})

const thereAndBack = async (journey: Journey) => {
  await database.empty()
  await database.connection.script('create role authenticated')
  await roundTrip(database.connection, journey)
}

test.each([
  [pairs, 'random pairs', someJourney],
  [Math.ceil(pairs / 5), 'random pairs with roles, publications and default privileges', someLargerJourney],
] as const)(
  'the plans of %d %s lead there and back, with rows',
  async (numRuns, _what, journeys) => {
    // `npm run fuzz` looks for the smallest pair, which takes minutes.
    await fc.assert(fc.asyncProperty(journeys, thereAndBack), { numRuns, endOnFailure: true })
  },
  60_000 + pairs * 3_000,
)
