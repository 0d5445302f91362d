import type { Key } from '../schema/object.ts'

/** A table has at most one, so its id is the table's; the constraint's name is an attribute. */
export interface PrimaryKeyAttrs {
  /** `users_pkey` where the column itself says PRIMARY KEY, `users_a_b_pk` where drizzle names it. */
  readonly name: string
  /** Columns in key order. */
  readonly columns: readonly Key[]
  /** Declared at the column (`id serial PRIMARY KEY`), not as a constraint of the table. Only the text differs. */
  readonly inline: boolean
}
