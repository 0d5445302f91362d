import type { Key } from '../schema/object.ts'

export interface UniqueAttrs {
  readonly columns: readonly Key[]
  /** NULLS NOT DISTINCT (from 15). */
  readonly nullsNotDistinct: boolean
}
