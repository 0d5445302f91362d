import type { prove as command } from '../commands/prove.ts'
import { type InputOf, type ResultOf, run } from './run.ts'

export type ProveOptions = InputOf<typeof command>
export type ProveResult = ResultOf<typeof command>

/** Proves migrations on an embedded Postgres: `sluice prove`. */
export const prove = (options: ProveOptions = {}): Promise<ProveResult> =>
  run(async () => (await import('../commands/prove.ts')).prove, options)
