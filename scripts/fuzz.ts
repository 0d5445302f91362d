/**
 * Random schema pairs, there and back on the embedded Postgres: `npm run fuzz -- --runs 10000 --seed 1`. It goes on after a
 * mismatch, prints each with the seed that repeats it, and ends with 1 if there was one. `--write` puts the result into
 * `bench/results.md`.
 */
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { writePairs } from '../bench/pairs.ts'
import { openEmbedded } from '../src/postgres/embed.ts'
import { reset } from '../tests/harness/reset.ts'
import { roundTrip, someJourney } from '../tests/harness/round-trip.ts'

/** Pairs that one engine and one seed are for. */
const portion = 100

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})
const [runs, first] = [values.runs, values.seed ?? Math.floor(Math.random() * 2 ** 30)].map(Number) as [number, number]
if (![runs, first].every(Number.isSafeInteger)) throw new Error('--runs and --seed take whole numbers')
const started = performance.now()
let ran = 0
let mismatches = 0
/** Pairs in which tables had to be emptied, because only a statement could say what stood against their rows. */
let refused = 0
console.log(`${runs} pairs, --seed ${first}`)
for (let seed = first; ran < runs; seed++) {
  const numRuns = Math.min(portion, runs - ran)
  const connection = await openEmbedded()
  let isShrinking = false
  const property = fc.asyncProperty(someJourney, async (journey) => {
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
  // Of a portion with a mismatch the rest is not tried: the next one, with another seed, makes up for it.
  ran += Math.max(1, result.numRuns)
  if (result.failed) {
    mismatches += 1
    const { message } = result.errorInstance as Error
    console.log(`mismatch, npm run fuzz -- --runs ${numRuns} --seed ${seed}\n${message}\n`)
  }
  const minutes = ((performance.now() - started) / 60_000).toFixed(1)
  console.log(`${ran} of ${runs} pairs, ${mismatches} mismatches, ${refused} refused rows, ${minutes} minutes`)
}
const result = `${runs} pairs from seed ${first}, ${mismatches} mismatches, ${refused} refused rows`
console.log(result)
if (values.write) writePairs(result)
process.exitCode = mismatches > 0 ? 1 : 0
