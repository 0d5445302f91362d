import { isBuiltIn } from '../../postgres/column-type.ts'
import { dotted, ident } from '../../postgres/sql/quote.ts'

/** A type that is declared here: where it lies and what it is called. */
export interface OwnName {
  readonly schema: string
  readonly name: string
}

/** The SQL of a type's name, as drizzle-kit's snapshot has it of a column. */
export const typeName = ({ schema, name }: OwnName): string =>
  schema !== 'public' ? dotted(schema, name) : /^[a-z_][a-z0-9_]*$/.test(name) && !isBuiltIn(name) ? name : ident(name)
