import type { status as command } from '../commands/status.ts'
import { type InputOf, type ResultOf, run } from './run.ts'

export type StatusOptions = InputOf<typeof command>
export type StatusResult = ResultOf<typeof command>

/** Says what is applied, pending, missing and edited: `sluice status`. Reads only. */
export const status = (options: StatusOptions = {}): Promise<StatusResult> =>
  run(async () => (await import('../commands/status.ts')).status, options)
