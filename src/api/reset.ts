import type { reset as command } from '../commands/reset.ts'
import { type InputOf, type ResultOf, run } from './run.ts'

export type ResetOptions = InputOf<typeof command>
export type ResetResult = ResultOf<typeof command>

/** Drops what is managed in the database of the project, migrates it and runs the seed: `sluice reset`. */
export const reset = (options: ResetOptions = {}): Promise<ResetResult> =>
  run(async () => (await import('../commands/reset.ts')).reset, options)
