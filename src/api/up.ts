import type { up as command } from '../commands/up.ts'
import { type InputOf, type ResultOf, run } from './run.ts'

export type UpOptions = InputOf<typeof command>
export type UpResult = ResultOf<typeof command>

/** Brings old snapshots to the version of today: `sluice up`. */
export const up = (options: UpOptions = {}): Promise<UpResult> =>
  run(async () => (await import('../commands/up.ts')).up, options)
