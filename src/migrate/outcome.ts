import type { SluiceError } from '../errors.ts'
import type { Entry } from './ledger.ts'
import type { Session } from './lock.ts'
import type { Status } from './status.ts'

/** A run is reported, not thrown. */
export interface Outcome {
  /** What this run applied, in order. */
  readonly applied: readonly Applied[]
  /** Tags that have no row after the run. */
  readonly pending: readonly string[]
  /** Rows that no entry matches: an older release is deployed again, or a file is gone. */
  readonly missing: readonly Entry[]
  readonly before: Status
  readonly after: Status
  readonly failed?: Failure
  readonly interrupted?: Interruption
  /** A dry run's SQL, with its transactions. */
  readonly script?: string
}

export interface Applied {
  readonly tag: string
  /** Milliseconds. */
  readonly ms: number
  readonly statements: number
}

/** Why a run stopped. What `error` says is made for people; the other fields are its parts. */
export interface Failure {
  /** `ledger`: the rows read back are not those that were written. */
  readonly kind: 'statement' | 'condition' | 'lock' | 'connection' | 'ledger'
  readonly tag: string
  readonly error: SluiceError
  readonly at?: At
  /** How many statements of this migration are committed; the next run goes on after them. */
  readonly committed: number
  /** SQLSTATE, empty where the server said nothing. */
  readonly state?: string
  readonly refused?: readonly Refusal[]
  /** Who held what the statement waited for. */
  readonly blockers?: readonly Session[]
}

/** Where in a migration file. */
export interface At {
  readonly file: string
  readonly line: number
  readonly column: number
  /** From 1. */
  readonly statement: number
  readonly of: number
  readonly sql: string
  /** The lines around it, numbered, with a mark under the column. */
  readonly excerpt: string
}

/** A condition that does not hold. */
export interface Refusal {
  readonly says: string
  /** How many rows stand against it. */
  readonly rows: number
  readonly query: string
}

/** The run was told to stop; what was not committed is rolled back. */
export interface Interruption {
  readonly tag?: string
  /** How many statements of it are committed; the next run goes on after them. */
  readonly committed: number
}

/** What happens during a run, as it happens. Statements count from 1, times are milliseconds. */
export type MigrateEvent =
  | { readonly type: 'state'; readonly line: string }
  | { readonly type: 'missing'; readonly entries: readonly Entry[] }
  | { readonly type: 'lock-waiting'; readonly holder: Session | undefined }
  | { readonly type: 'migration-start'; readonly tag: string; readonly statements: number; readonly resumesAt?: number }
  | { readonly type: 'statement-start'; readonly tag: string; readonly statement: number; readonly sql: string }
  | { readonly type: 'statement-end'; readonly tag: string; readonly statement: number; readonly ms: number }
  | { readonly type: 'blocked'; readonly tag: string; readonly by: readonly Session[] }
  | {
      readonly type: 'retry'
      readonly tag: string
      readonly attempt: number
      /** Milliseconds until the next attempt. */
      readonly wait: number
      readonly message: string
      readonly by: readonly Session[]
    }
  | { readonly type: 'migration-end'; readonly tag: string; readonly ms: number }
