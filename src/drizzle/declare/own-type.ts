import type { SQL } from 'drizzle-orm'
import { customType, type PgSchema } from 'drizzle-orm/pg-core'
import { isBuiltIn } from '../../postgres/column-type.ts'
import { dotted, ident } from '../../postgres/quote.ts'
import { type Declaration, declaration } from './declaration.ts'

/** A type that is declared here: where it lies and what it is called. */
export interface OwnName {
  readonly schema: string
  readonly name: string
}

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

/** The SQL of a type's name, as drizzle-kit's snapshot has it of a column. */
export const typeName = ({ schema, name }: OwnName): string =>
  schema !== 'public' ? dotted(schema, name) : /^[a-z_][a-z0-9_]*$/.test(name) && !isBuiltIn(name) ? name : ident(name)

/** A declaration of a type that makes columns of it, as `pgEnum` does. They keep it, whether it is exported or not. */
export const ownType = <T, W extends string, G extends OwnName>(word: W, given: G) =>
  declaration(word, given, customType<{ data: T }>({ dataType: declaration(word, given, () => typeName(given)) }))
