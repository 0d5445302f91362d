import type { Key } from '../../../schema/object.ts'

/** The table that a part of a snapshot belongs to. */
export interface Owner {
  readonly key: Key
  readonly id: { readonly schema: string; readonly table: string }
}
