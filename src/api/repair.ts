import type { repair as command } from '../commands/repair.ts'
import { type InputOf, type ResultOf, run } from './run.ts'

export type RepairOptions = InputOf<typeof command>
export type RepairResult = ResultOf<typeof command>

/** Says what would mend a migration folder and its ledger, and with `apply` does it: `sluice repair`. */
export const repair = (options: RepairOptions = {}): Promise<RepairResult> =>
  run(async () => (await import('../commands/repair.ts')).repair, options)
