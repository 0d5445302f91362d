import type { squash as command } from '../commands/squash.ts'
import { type InputOf, type ResultOf, run } from './run.ts'

export type SquashOptions = InputOf<typeof command>
export type SquashResult = ResultOf<typeof command>

/** Replaces the oldest migrations by one that leads to the same database: `sluice squash`. */
export const squash = (options: SquashOptions = {}): Promise<SquashResult> =>
  run(async () => (await import('../commands/squash.ts')).squash, options)
