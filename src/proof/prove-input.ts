import type { Dialect } from '../dialect/dialect.ts'
import type { Diff } from '../diff/diff.ts'
import type { Plan } from '../plan/plan.ts'
import type { Hash } from '../schema/hash.ts'
import type { Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import type { Halt, Open, Standing } from './replay.ts'
import type { Provider } from './stand-ins.ts'

/** All that a proof needs of a migration and its surroundings. */
export interface ProveInput {
  readonly dialect: Dialect
  readonly open: Open
  /** The declared states before and after; equal for a migration written by hand. */
  readonly pair: Pair<Schema>
  /** How the two differ, with the answered renames. */
  readonly diff: Diff
  /** The plan of that difference; null for a migration written by hand. */
  readonly plan: Plan | null
  /** The plan of the way back; null where there is no down file. */
  readonly back: Plan | null
  /** The text of the migration file. */
  readonly sql: string
  /** The text of its down file. */
  readonly down: string | null
  /** A database where the migrations before it lead to: `Replay.at`. Asked for only where they are replayed. */
  before(): Promise<Standing | Halt>
  /** The user's own rows, as SQL. */
  readonly seed: string | null
  readonly providers: readonly Provider[]
  /** What the proof is bound to besides the SQL: see `Proof`. */
  readonly bound: { readonly from: Hash | null; readonly to: Hash | null; readonly own: Hash | null }
  /** Milliseconds that one statement may take. Default: 60,000. */
  readonly statementLimit?: number
  readonly signal?: AbortSignal
}
