import type { Statement as Split } from '../dialect/connection.ts'
import type { Locks, Observed } from '../proof/observe.ts'
import type { Key } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import type { Conventions } from './conventions.ts'
import type { Diagnosis } from './diagnosis.ts'
import type { Parsed } from './parse.ts'
import type { Ungranted } from './ungranted.ts'

/** One statement of a migration, with all that a rule may look at. */
export interface Statement extends Parsed, Pick<Split, 'text' | 'offset' | 'line' | 'column' | 'mode'> {
  /** From 1. */
  readonly number: number
  readonly transaction: Transaction
  /** What it was seen to do; null where it did not run. */
  readonly seen: Seen | null
  /** The tables that the migration itself made before it, as `schema.name`: nobody reads or writes them yet. */
  readonly made: Pick<ReadonlySet<string>, 'has'>
  readonly migration: Reviewed
}

/** What is committed together. */
export interface Transaction {
  readonly statements: readonly Statement[]
  /** Its one statement runs outside of a transaction. */
  readonly alone: boolean
  /** The file itself says BEGIN. */
  readonly written: boolean
}

/** What one statement was seen to do. */
export interface Seen extends Pick<Observed, 'rewrote' | 'rows' | 'loses'> {
  /** The strongest lock that it took anew, by table; null where it committed by itself and nothing can be seen. */
  readonly locks: Locks | null
}

/** A migration as review looks at it. */
export interface Reviewed {
  readonly tag: string
  /** The whole text of its file. */
  readonly sql: string
  readonly statements: readonly Statement[]
  /** The states before and after it, as the database has them or else as the snapshots declare them; null where nobody knows. */
  readonly before: Schema | null
  readonly after: Schema | null
  /** `generate` wrote it, and nobody has touched it since. */
  readonly planned: boolean
  /** The oldest major version of the server that it must run on. */
  readonly postgres: number
  /** About how many rows the tables of a real database hold, by `schema.name`; null where none was asked. */
  readonly sizes: ReadonlyMap<string, number> | null
  readonly conventions: Conventions
  readonly sighting: Sighting
  /** What is wrong with its place in the history. */
  readonly diagnoses: readonly Diagnosis[]
  /** The columns that only programs fill, as the schema files have them, with the word for it: `$defaultFn`. */
  readonly runtimeDefaults: ReadonlyMap<Key, string>
}

/** What came of running a migration. */
export interface Sighting {
  /** `embedded PostgreSQL 18.6`; null where nothing ran. */
  readonly engine: string | null
  readonly seen: ReadonlyMap<number, Seen>
  /** The statement that the database refused. */
  readonly refused: Refused | null
  /** Why what was not seen was not run. */
  readonly why: string
  /** Policies whose roles lack a privilege, where the database was asked. */
  readonly ungranted: readonly Ungranted[]
}

interface Refused {
  /** From 1. */
  readonly statement: number
  /** SQLSTATE */
  readonly state: string
  readonly message: string
  /** Characters from 1 in the statement's text. */
  readonly position: number | undefined
}
