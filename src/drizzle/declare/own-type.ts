import type { SQL } from 'drizzle-orm'
import { customType, type PgSchema } from 'drizzle-orm/pg-core'
import { type Declaration, declaration } from './declaration.ts'
import { type OwnName, typeName } from './type-name.ts'

/** A domain, a composite type or a range. */
export type OwnType = Declaration<'domain' | 'composite' | 'range', OwnName>

/** What `pgEnum` makes, whatever its labels are. */
interface Enum {
  readonly enumName: string
  readonly enumValues: readonly string[]
  readonly schema: string | undefined
}

/** A type: in SQL (`varchar(80)`, `integer[]`), or what `pgEnum` or one of ours makes. */
export type TypeGiven = string | OwnType | Enum | { readonly arrayOf: TypeGiven }

/** SQL: a text, or sql`…` with tables and columns in it. */
export type Text = string | SQL

/** A schema by its name, or as `pgSchema` makes it. */
export type SchemaGiven = string | PgSchema

export const schemaName = (given: SchemaGiven = 'public'): string =>
  typeof given === 'string' ? given : given.schemaName

/** A declaration of a type that makes columns of it, as `pgEnum` does. They keep it, whether it is exported or not. */
export const ownType = <T, W extends string, G extends OwnName>(word: W, given: G) =>
  declaration(word, given, customType<{ data: T }>({ dataType: declaration(word, given, () => typeName(given)) }))
