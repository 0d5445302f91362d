import type { SQL } from 'drizzle-orm'
import { ownType, type SchemaGiven, schemaName, type Text, type TypeGiven } from './own-type.ts'

export interface DomainOptions {
  /** Default: `public`. */
  readonly schema?: SchemaGiven
  /** What it stands on. */
  readonly type: TypeGiven
  /** What holds for every value, which is called VALUE: one check, or several by their names. */
  readonly check?: Text | Readonly<Record<string, Text>>
  readonly notNull?: boolean
  /** A plain value, or SQL: sql`now()`. */
  readonly default?: string | number | boolean | SQL
  /** The name of a collation that every search path finds, or SQL: sql`"app"."german"`. */
  readonly collate?: Text
}

/** A type with conditions of its own (manual 8.18). It makes columns: `email('address').notNull()`. `T`: their values in TypeScript. */
export const pgDomain = <T = string>(name: string, { schema, ...options }: DomainOptions) =>
  ownType<T, 'domain', { schema: string; name: string; options: Omit<DomainOptions, 'schema'> }>('domain', {
    schema: schemaName(schema),
    name,
    options,
  })
