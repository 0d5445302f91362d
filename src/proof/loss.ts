import { lossesOf, type Plan } from '../plan/plan.ts'
import { dotted } from '../postgres/sql/quote.ts'
import { namesOf } from '../schema/object.ts'
import type { Difference } from './census.ts'
import type { Observed } from './observe.ts'

/** What came of a migration's statements, as far as it tells of losses. */
interface Seen {
  readonly observed: readonly Observed[]
  /** What became of rows without a statement that was seen to change them. */
  readonly silent: readonly Difference[]
}

/** What is gone for good after statements that are not the plan's, as noun phrases: what was seen, and what no other way of changing a type would keep. */
export function lossesSeen({ observed, silent }: Seen, plan: Plan | null): readonly string[] {
  const altered = plan?.steps.filter(({ change }) => change.verb === 'alter') ?? []
  return [
    ...observed.flatMap(({ statement, loses }) => loses.map((what) => `${what} (statement ${statement})`)),
    ...silent.flatMap(({ of, fewer }) => (fewer ? [`rows of ${dotted(...namesOf(of))}`] : [])),
    ...lossesOf(altered),
  ]
}
