import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One whole process to be measured. */
export interface Contestant {
  /** The column that it stands in. */
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Puts back what the last run has changed; not measured. May add variables. */
  readonly before?: () => Promise<Readonly<Record<string, string>>>
  /** Milliseconds of a part, read out of what the process printed; `tables` of which it is to be proportional to. */
  readonly inner?: { readonly of: string; readonly read: (stdout: string) => number; readonly tables?: number }
}

/** One run. CPU and memory are those of a Node process itself, threads included; a child of it counts in the wall time alone. */
export interface Sample {
  /** Milliseconds. */
  readonly wall: number
  /** Milliseconds, user and system; missing where it is no Node process. */
  readonly cpu?: number
  /** Megabytes at the most. */
  readonly rss?: number
  /** Milliseconds. */
  readonly inner?: number
}

const usage = join(import.meta.dirname, 'usage.cjs')
const usageFile = join(tmpdir(), `sluice-bench-${process.pid}.json`)

/** A row takes a minute and a half, or three rounds. */
const enough = 90_000

/**
 * Runs each in turn, again and again, so that a busy machine is busy for all; the first round warms up and is not counted.
 * `rounds` are made at the most.
 */
export async function measure(
  contestants: readonly Contestant[],
  rounds: number,
): Promise<ReadonlyMap<string, readonly Sample[]>> {
  const samples = new Map<string, Sample[]>(contestants.map(({ name }) => [name, []]))
  const started = performance.now()
  for (let round = 0; round <= rounds; round++) {
    if (round > 3 && performance.now() - started > enough) break
    for (const contestant of contestants) {
      const sample = await runOnce(contestant)
      if (round > 0) samples.get(contestant.name)!.push(sample)
    }
  }
  return samples
}

async function runOnce({ program, args, cwd, env, before, inner }: Contestant): Promise<Sample> {
  const more = await before?.()
  rmSync(usageFile, { force: true })
  const { stdout, wall } = await run(program, args, cwd, {
    ...env,
    ...more,
    BENCH_USAGE: usageFile,
    NODE_OPTIONS: `--require ${usage}`,
  })
  const used = program === process.execPath ? JSON.parse(readFileSync(usageFile, 'utf8')) : {}
  rmSync(usageFile, { force: true })
  return { wall, ...used, ...(inner && { inner: inner.read(stdout) }) }
}

/** Runs a program to its end. Both kinds of drizzle-kit end with 0 after most errors, so an error's words count too. */
export function run(
  program: string,
  args: readonly string[],
  cwd = process.cwd(),
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly stdout: string; readonly wall: number }> {
  const { PATH, HOME } = process.env
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(program, args, {
      cwd,
      env: { PATH, HOME, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (status) => {
      const wall = performance.now() - started
      if (status === 0 && !/^\s*(error|.*Error:)/im.test(stdout + stderr)) resolve({ stdout, wall })
      else reject(new Error(`${program} ${args.join(' ')} ended with ${status}:\n${(stdout + stderr).slice(-2_000)}`))
    })
  })
}

/** The middle one, or what lies between the middle two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2
}
