import type { Key } from '../schema/object.ts'

/** One column or expression of an index. */
export interface IndexPart {
  readonly column: Key | null
  /** SQL text where it is no plain column. */
  readonly expression: string | null
  readonly asc: boolean
  readonly nulls: 'first' | 'last'
  /** An operator class that is not the type's default. */
  readonly opclass: string | null
}

export interface IndexAttrs {
  /** `btree`, `gin`, `hnsw`… */
  readonly method: string
  readonly unique: boolean
  readonly parts: readonly IndexPart[]
  /** The predicate of a partial index. */
  readonly where: string | null
  /** Storage parameters: `{ m: '16' }`. */
  readonly with: Readonly<Record<string, string>>
  /** Built without blocking writes, outside a transaction. How it is made, not what it is. */
  readonly concurrently: boolean
}
