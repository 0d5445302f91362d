import type { rebase as command } from '../commands/rebase.ts'
import { type InputOf, type ResultOf, run } from './run.ts'

export type RebaseOptions = InputOf<typeof command>
export type RebaseResult = ResultOf<typeof command>

/** Puts the migrations of a branch on top of those of another one: `sluice rebase`. */
export const rebase = (options: RebaseOptions = {}): Promise<RebaseResult> =>
  run(async () => (await import('../commands/rebase.ts')).rebase, options)
