/**
 * Random schema pairs, there and back on the embedded Postgres: `npm run fuzz -- --runs 10000 --seed 1`. It goes on after a
 * mismatch, prints each with the seed that repeats it, and ends with 1 if there was one.
 */
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { openEmbedded } from '../src/postgres/embed.ts'
import { reset } from '../tests/harness/reset.ts'
import { roundTrip, someJourney } from '../tests/harness/round-trip.ts'

/** Pairs that one engine and one seed are for. */
const portion = 100

const { values } = parseArgs({ options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string' } } })
const runs = Number(values.runs)
const first = Number(values.seed ?? Math.floor(Math.random() * 2 ** 30))
const started = performance.now()
let mismatches = 0
console.log(`${runs} pairs, --seed ${first}`)
for (let done = 0; done < runs; done += portion) {
  const seed = first + done / portion
  const numRuns = Math.min(portion, runs - done)
  const connection = await openEmbedded()
  const property = fc.asyncProperty(someJourney, async (journey) => {
    await connection.script(`${reset}; create role authenticated`)
    await roundTrip(connection, journey)
  })
  const { failed, errorInstance } = await fc.check(property, { seed, numRuns, interruptAfterTimeLimit: 300_000 })
  await connection.close()
  if (failed) {
    mismatches += 1
    console.log(`mismatch, npm run fuzz -- --runs ${numRuns} --seed ${seed}\n${(errorInstance as Error).message}\n`)
  }
  const minutes = ((performance.now() - started) / 60_000).toFixed(1)
  console.log(`${done + numRuns} of ${runs} pairs, ${mismatches} mismatches, ${minutes} minutes`)
}
process.exitCode = mismatches > 0 ? 1 : 0
