import type { Dialect } from '../dialect/dialect.ts'
import type { Manner } from '../dialect/kind.ts'
import type { Answers } from '../diff/answers.ts'
import type { Diff } from '../diff/diff.ts'
import { type Plan, plan } from '../plan/plan.ts'
import { keyOf, namesOf, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { answered, ask, reversed } from './answers.ts'
import { checkUsed, readBackfill } from './backfill.ts'
import type { Context } from './context.ts'
import { downText, migrationText } from './migration-text.ts'
import type { Own } from './own-file.ts'

/** A migration that is planned and not yet written. */
export interface Draft {
  readonly pair: Pair<Schema>
  readonly diff: Diff
  readonly plan: Plan
  /** The plan of the way back, if one is wanted. */
  readonly back: Plan | null
  readonly sql: string
  readonly down: string | null
  /** What the plan was made with besides the two states. */
  readonly said: Pick<Own, 'answers' | 'backfill' | 'manner'>
  readonly conditions: readonly Suggestion[]
}

/** What some rows may break, and the option that helps, where one does. */
export interface Suggestion {
  readonly says: string
  /** `--backfill users.age=<sql>` */
  readonly option: string | null
}

/** What the user said of a migration that is to be planned. */
interface Wishes {
  readonly answers: Answers
  readonly backfill: readonly string[]
  readonly down: boolean
  readonly breakpoints: boolean
  readonly manner: Partial<Manner>
}

/**
 * Plans the way from one declared state to another; null where they are the same.
 * @throws SluiceError `ANSWERS_MISSING`, `ANSWER_…`, `BACKFILL_INVALID`
 */
export async function draft(
  pair: Pair<Schema>,
  dialect: Dialect,
  wishes: Wishes,
  context: Context,
): Promise<Draft | null> {
  const { diff, answers } = await answered(pair, dialect, wishes.answers, ask(context))
  const { manner } = wishes
  const backfill = readBackfill(wishes.backfill, pair.to)
  const up = plan(pair, diff, dialect, { ...manner, backfill })
  checkUsed(
    backfill,
    up.steps.map(({ sql }) => sql),
  )
  if (up.steps.length === 0) return null
  const undone = wishes.down ? await reversed(pair, diff, dialect) : null
  const back = undone && plan({ from: pair.to, to: pair.from }, undone, dialect, manner)
  return {
    pair,
    diff,
    plan: up,
    back,
    sql: migrationText(up.steps, wishes.breakpoints, dialect),
    down: back && downText(back.steps, wishes.breakpoints, dialect),
    said: { answers: { rename: diff.renames, create: answers.create }, backfill, manner },
    conditions: suggestions(pair, diff, up, dialect),
  }
}

/** A condition that a backfill would lift is one that a plan with such a backfill does not have. */
function suggestions(pair: Pair<Schema>, diff: Diff, { steps }: Plan, dialect: Dialect): readonly Suggestion[] {
  const conditional = steps.filter(({ conditions }) => conditions.length > 0)
  if (conditional.length === 0) return []
  const filled = new Map(conditional.map(({ change }) => [keyOf('to' in change ? change.to : change.from), 'NULL']))
  const left = new Set(
    plan(pair, diff, dialect, { backfill: filled }).steps.flatMap(({ conditions }) =>
      conditions.map(({ says }) => says),
    ),
  )
  return conditional.flatMap(({ change, conditions }) =>
    conditions.map(({ says }) => ({
      says,
      option: left.has(says) ? null : `--backfill ${namesOf(change.key).slice(-2).join('.')}=<sql>`,
    })),
  )
}
