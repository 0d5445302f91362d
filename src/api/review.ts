import type { review as command } from '../commands/review.ts'
import { type InputOf, type ResultOf, run } from './run.ts'

export type ReviewOptions = InputOf<typeof command>
export type ReviewResult = ResultOf<typeof command>

/** Reads migrations before they run; throws where a finding is an error: `sluice review`. */
export const review = (options: ReviewOptions = {}): Promise<ReviewResult> =>
  run(async () => (await import('../commands/review.ts')).review, options)
