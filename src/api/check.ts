import type { check as command } from '../commands/check.ts'
import { type InputOf, type ResultOf, run } from './run.ts'

export type CheckOptions = InputOf<typeof command>
export type CheckResult = ResultOf<typeof command>

/** Looks over journal, files and snapshots, and with `database` the ledger; throws where something stands: `sluice check`. */
export const check = (options: CheckOptions = {}): Promise<CheckResult> =>
  run(async () => (await import('../commands/check.ts')).check, options)
