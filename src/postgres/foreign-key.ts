import type { Key } from '../schema/object.ts'

export type Action = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default'

export interface ForeignKeyAttrs {
  readonly columns: readonly Key[]
  /** The referenced table. */
  readonly target: Key
  readonly targetColumns: readonly Key[]
  readonly onDelete: Action
  readonly onUpdate: Action
}
