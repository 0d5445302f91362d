import type { Key } from '../schema/object.ts'

/** GENERATED … AS IDENTITY with its sequence; numbers are text, since bigint does not fit a float. `null`: the server's default. */
export interface Identity {
  readonly generated: 'always' | 'byDefault'
  /** The sequence's own name; it lies in the table's schema. */
  readonly name: string
  readonly increment: string | null
  readonly start: string | null
  readonly min: string | null
  readonly max: string | null
  readonly cache: string | null
  readonly cycle: boolean
}

export interface ColumnAttrs {
  /**
   * As drizzle-kit's snapshot writes it: `integer`, `varchar(255)`, `timestamp (3) with time zone`, `serial`, `text[]`.
   * For a column of an enum: only the brackets of an array (`[]`, `[3]`) or the empty string; the type itself is `enum`.
   */
  readonly type: string
  /** The enum that it is of. */
  readonly enum: Key | null
  readonly notNull: boolean
  /** SQL text: `'draft'`, `now()`, `0`. */
  readonly default: string | null
  /** The expression of GENERATED ALWAYS AS (…) STORED. */
  readonly generated: string | null
  readonly identity: Identity | null
  /** The sequence behind a serial type, whose name Postgres derives from table and column. */
  readonly serial: string | null
  /** Place among its siblings, from 0; new tables keep it. */
  readonly position: number
}
