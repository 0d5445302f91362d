import type { drop as command } from '../commands/drop.ts'
import { type InputOf, type ResultOf, run } from './run.ts'

export type DropOptions = InputOf<typeof command>
export type DropResult = ResultOf<typeof command>

/** Removes the newest migration, which no database has applied: `sluice drop`. */
export const drop = (options: DropOptions = {}): Promise<DropResult> =>
  run(async () => (await import('../commands/drop.ts')).drop, options)
