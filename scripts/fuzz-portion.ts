/** A portion of `npm run fuzz`, in a process of its own: so many pairs from one seed, on one engine. It sends what came of them. */
import fc from 'fast-check'
import { openEmbedded } from '../src/postgres/embedded/embed.ts'
import { reset } from '../tests/harness/reset.ts'
import { roundTrip, someJourney, someLargerJourney } from '../tests/harness/round-trip.ts'

export interface Tried {
  /** Pairs until there was a mismatch. */
  readonly ran: number
  /** Pairs in which tables had to be emptied, because only a statement could say what stood against their rows. */
  readonly refused: number
  readonly mismatch?: string
}

const [seed, numRuns] = process.argv.slice(2, 4).map(Number) as [number, number]
const journeys = process.argv[4] === 'larger' ? someLargerJourney : someJourney
const connection = await openEmbedded()
let refused = 0
let isShrinking = false
const property = fc.asyncProperty(journeys, async (journey) => {
  await connection.script(`${reset}; create role authenticated`)
  try {
    const trip = await roundTrip(connection, journey)
    if (trip.refused && !isShrinking) refused += 1
  } catch (error) {
    isShrinking = true
    throw error
  }
})
const result = await fc.check(property, { seed, numRuns, interruptAfterTimeLimit: 600_000 })
await connection.close()
const tried: Tried = {
  ran: Math.max(1, result.numRuns),
  refused,
  ...(result.failed && { mismatch: (result.errorInstance as Error).message }),
}
process.send?.(tried)
