import type { Dialect } from '../dialect/dialect.ts'
import type { Condition, Lock, Manner, View } from '../dialect/kind.ts'
import type { Change } from '../diff/change.ts'
import type { Diff } from '../diff/diff.ts'
import type { Key, Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { inOrder } from './order.ts'
import { toUnits } from './unit.ts'

/** One planned statement, with all that is known of it before it runs. */
export interface Step {
  readonly sql: string
  readonly change: Change
  readonly lock: Lock
  /** What is gone for good afterwards, as a noun phrase; null where nothing is. */
  readonly loses: string | null
  readonly rewrites: boolean
  /** Rows hold other values of the changed object afterwards. */
  readonly updates: boolean
  /** It cannot run inside a transaction. */
  readonly alone: boolean
  /** What came before it is committed first. */
  readonly apart: boolean
  readonly conditions: readonly Condition[]
  /** The objects that exist from here on, and those that exist no longer. */
  readonly makes: readonly Key[]
  readonly breaks: readonly Key[]
}

/** The way from one state to another, in statements. */
export interface Plan {
  readonly dialect: Dialect['name']
  readonly steps: readonly Step[]
}

/** What a plan takes from its user besides the two states. Without a word it is one for Postgres 14, in the shortest form. */
export interface PlanOptions extends Partial<Manner> {
  /** SQL that fills a column which becomes required, by the column's key. */
  readonly backfill?: ReadonlyMap<Key, string>
}

/**
 * Orders the statements that lead from one state to the other. Knows no kind by name and writes no SQL.
 * @throws SluiceError `PLAN_CYCLE`: a defect of a kind
 */
export function plan(pair: Pair<Schema>, diff: Diff, dialect: Dialect, options: PlanOptions = {}): Plan {
  const { postgres = 14, online = false, guards = false, backfill } = options
  const view: View = {
    from: diff.from,
    to: pair.to,
    options: { postgres, online, guards },
    before: diff.before,
    backfill: (k) => backfill?.get(k),
  }
  const units = inOrder(toUnits(diff.changes, view, dialect), view)
  const steps = units.flatMap(({ change, drafts, makes, breaks }) =>
    drafts.map((draft, i): Step => {
      const last = i === drafts.length - 1
      return {
        sql: guards ? dialect.guarded(draft) : draft.sql,
        change,
        lock: draft.lock ?? 'access-exclusive',
        loses: draft.loses ?? null,
        rewrites: draft.rewrites ?? false,
        updates: draft.updates ?? false,
        alone: draft.alone ?? false,
        apart: draft.apart ?? false,
        conditions: draft.conditions ?? [],
        makes: last ? makes : [],
        // What is in the way of a second run only is not there yet.
        breaks: last ? breaks.filter((k) => diff.from.has(k)) : [],
      }
    }),
  )
  return { dialect: dialect.name, steps }
}

/** What a plan drops and makes again, since its change has no statement or stands in the way of another one. */
export function madeAnew({ steps }: Plan): readonly Key[] {
  const gone = new Set(steps.flatMap(({ breaks }) => breaks))
  // What has only got another name before it goes is not made.
  const made = steps.flatMap(({ change, makes }) => (change.verb === 'rename' ? [] : makes))
  return [...new Set(made.filter((k) => gone.has(k)))].sort()
}

/** All that is gone for good after these steps, as noun phrases. */
export const lossesOf = (steps: readonly Step[]): readonly string[] => [
  ...new Set(steps.flatMap(({ loses }) => (loses === null ? [] : [loses]))),
]
