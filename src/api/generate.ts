import type { generate as command } from '../commands/generate.ts'
import { type InputOf, type ResultOf, run } from './run.ts'

export type GenerateOptions = InputOf<typeof command>
export type GenerateResult = ResultOf<typeof command>

/** Writes a migration for what has changed in the schema files, and proves it: `sluice generate`. */
export const generate = (options: GenerateOptions = {}): Promise<GenerateResult> =>
  run(async () => (await import('../commands/generate.ts')).generate, options)
