import { ownType, type SchemaGiven, schemaName, type Text, type TypeGiven } from './own-type.ts'

export interface RangeOptions {
  /** Default: `public`. */
  readonly schema?: SchemaGiven
  /** What it spans. */
  readonly subtype: TypeGiven
  /** An operator class that says how values are ordered, where it is not the type's default. */
  readonly opclass?: string
  /** The name of a collation that every search path finds, or SQL: sql`"app"."german"`. */
  readonly collate?: Text
  /** The function that says how far two values are apart, as SQL: `float8mi`. GiST indexes are better with it. */
  readonly diff?: string
  /** What its multirange is called. Default: derived from its own name. */
  readonly multirange?: string
}

/** A range type (manual 8.17). It makes columns: `hours('open')`. `T`: their values in TypeScript. */
export const pgRange = <T = string>(name: string, { schema, ...options }: RangeOptions) =>
  ownType<T, 'range', { schema: string; name: string; options: Omit<RangeOptions, 'schema'> }>('range', {
    schema: schemaName(schema),
    name,
    options,
  })
