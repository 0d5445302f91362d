import type { migrate as command } from '../commands/migrate.ts'
import { type InputOf, type ResultOf, run } from './run.ts'

export type MigrateOptions = InputOf<typeof command>
export type MigrateResult = ResultOf<typeof command>

/** Applies what is pending to the database of the project, and verifies it: `sluice migrate`. */
export const migrate = (options: MigrateOptions = {}): Promise<MigrateResult> =>
  run(async () => (await import('../commands/migrate.ts')).migrate, options)
