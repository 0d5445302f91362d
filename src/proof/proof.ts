import type { Condition } from '../dialect/kind.ts'
import type { Hash } from '../schema/hash.ts'
import type { Locks, Observed } from './observe.ts'

/**
 * What was shown of one migration on a throw-away database, bound to the texts that it was shown for. Plain data without
 * times: the same migration gives the same bytes.
 */
export interface Proof {
  readonly version: 1
  /** sha256 of the canonical JSON of the snapshots before and after; null where there is none. */
  readonly from: Hash | null
  readonly to: Hash | null
  /** sha256 of the migration's SQL, CRLF read as LF. */
  readonly sql: Hash
  /** sha256 of our own file of what the snapshot cannot say; null where there is none. */
  readonly own: Hash | null
  /** `embedded PostgreSQL 18.6` */
  readonly engine: string
  readonly result: 'proven' | 'failed' | 'not checked'
  /** Why it is not proven, as sentences. */
  readonly why: readonly string[]
  /** What the migration started from: the objects around the change, or the migrations before it. */
  readonly base: 'neighbourhood' | 'history' | null
  /** What was put in place of what the migrations do not make: `role authenticated`, `extension vector`. */
  readonly assumed: readonly string[]
  readonly seeded: Seeded
  /** What must hold for the rows of a database before the first statement. */
  readonly conditions: readonly Stated[]
  /** A statement that made-up rows stop though no condition says which: it runs without them. */
  readonly stopped: Stopped | null
  /** What is gone for good afterwards, as noun phrases: as planned, or as seen where the SQL is not the plan's. */
  readonly loses: readonly string[]
  /** Of a hand-written migration: objects that the snapshot does not declare, and content that no statement was seen to change. */
  readonly changed: readonly string[]
  readonly observed: readonly Observed[]
  readonly down: DownProof | null
}

/** The made-up rows. */
export interface Seeded {
  readonly rows: number
  readonly notFilled: readonly NotFilled[]
}

interface NotFilled {
  /** `public.users` */
  readonly table: string
  readonly why: string
}

/** A condition, and the statement that fails where it does not hold; statements count from 1. */
export interface Stated extends Condition {
  readonly statement: number
}

/** A statement, from 1, and what the database said of it; from there on, `rows` made-up rows are left. */
export interface Stopped {
  readonly statement: number
  readonly message: string
  readonly rows: number
}

/** What was shown of the down migration. */
export interface DownProof {
  readonly sql: Hash
  readonly result: 'proven' | 'failed'
  readonly why: readonly string[]
  readonly stopped: Stopped | null
  /** What it was seen to bring back; what the migration loses stays lost. */
  readonly restores: 'structure and rows' | 'structure'
}

/** A proof with what is printed and not stored. */
export interface Proven {
  readonly proof: Proof
  /** Milliseconds in all, and by statement. */
  readonly ms: number
  readonly statements: readonly number[]
  /** The locks that each statement took anew, by its number. */
  readonly locks: ReadonlyMap<number, Locks>
  /** What the user's own rows break, so that the proof goes on without them: as sentences. */
  readonly broken: readonly string[]
  /** The statement that failed. */
  readonly failure?: FailedAt
}

/** Where in a file a statement failed, and the database's own words. */
export interface FailedAt {
  readonly statement: number
  readonly line: number
  readonly column: number
  readonly text: string
  /** SQLSTATE */
  readonly state: string
  readonly message: string
  readonly detail?: string
  readonly hint?: string
}
