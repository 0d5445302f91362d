import type { rollback as command } from '../commands/rollback.ts'
import { type InputOf, type ResultOf, run } from './run.ts'

export type RollbackOptions = InputOf<typeof command>
export type RollbackResult = ResultOf<typeof command>

/** Undoes the newest applied migrations in the database of the project, and verifies it: `sluice rollback`. */
export const rollback = (options: RollbackOptions = {}): Promise<RollbackResult> =>
  run(async () => (await import('../commands/rollback.ts')).rollback, options)
