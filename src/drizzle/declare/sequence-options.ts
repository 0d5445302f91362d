import type { PgColumn, PgSequence } from 'drizzle-orm/pg-core'
import { declaration } from './declaration.ts'

export interface SequenceOptions {
  /** The type of its numbers, which ends where they end unless the sequence says otherwise. Default: `bigint`. */
  readonly type?: 'smallint' | 'integer' | 'bigint'
  /** The column that it goes with: it is dropped with it. */
  readonly ownedBy?: PgColumn
}

/** Says of a sequence what `pgSequence` has no words for. */
export const pgSequenceOptions = (sequence: PgSequence, options: SequenceOptions) =>
  declaration('sequenceOptions', { sequence, options })
