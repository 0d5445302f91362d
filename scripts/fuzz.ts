/**
 * Random schema pairs, there and back on the embedded Postgres: `npm run fuzz -- --runs 10000 --seed 1 --jobs 2`. It goes on
 * after a mismatch, prints each with the seed that repeats it, and ends with 1 if there was one. `--jobs` processes share the
 * pairs, which stay the same. `--larger` lays roles, publications and default privileges over them. `--write` puts the result
 * into `bench/results.md`.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePairs } from '../bench/kept.ts'
import type { Tried } from './fuzz-portion.ts'

/** Pairs that one process and one seed are for. */
const portion = 100

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    jobs: { type: 'string', default: '1' },
    larger: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const given = [values.runs, values.seed ?? Math.floor(Math.random() * 2 ** 30), values.jobs].map(Number)
if (!given.every(Number.isSafeInteger)) throw new Error('--runs, --seed and --jobs take whole numbers')
const [runs, first, jobs] = given as [number, number, number]
const size = values.larger ? 'larger' : 'small'
const started = performance.now()
let next = first
let left = runs
let ran = 0
let mismatches = 0
let refused = 0

/** Takes portions as long as there are any. */
async function work(): Promise<void> {
  while (left > 0) {
    const [seed, numRuns] = [next++, Math.min(portion, left)]
    left -= numRuns
    const tried = await inChild(seed, numRuns)
    // Of a portion with a mismatch the rest is not tried: another one, with another seed, makes up for it.
    left += numRuns - tried.ran
    ran += tried.ran
    refused += tried.refused
    if (tried.mismatch !== undefined) {
      mismatches += 1
      console.log(
        `mismatch, npm run fuzz -- --runs ${numRuns} --seed ${seed}${values.larger ? ' --larger' : ''}\n${tried.mismatch}\n`,
      )
    }
    const minutes = ((performance.now() - started) / 60_000).toFixed(1)
    console.log(`${ran} of ${runs} pairs, ${mismatches} mismatches, ${refused} refused rows, ${minutes} minutes`)
  }
}

async function inChild(seed: number, numRuns: number): Promise<Tried> {
  const child = fork(join(import.meta.dirname, 'fuzz-portion.ts'), [String(seed), String(numRuns), size])
  const ended = once(child, 'exit').then(([status]) => {
    throw new Error(`the pairs of seed ${seed} ended with ${status}`)
  })
  const [tried] = await Promise.race([once(child, 'message'), ended])
  return tried as Tried
}

console.log(`${runs} pairs, --seed ${first}`)
await Promise.all(Array.from({ length: jobs }, work))
const result = `${runs} ${values.larger ? 'larger ' : ''}pairs from seed ${first}, ${mismatches} mismatches, ${refused} refused rows`
console.log(result)
if (values.write) writePairs(result)
process.exitCode = mismatches > 0 ? 1 : 0
