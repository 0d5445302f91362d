import { ownType, type SchemaGiven, schemaName, type Text, type TypeGiven } from './own-type.ts'

interface AttributeOptions {
  readonly type: TypeGiven
  /** The name of a collation that every search path finds, or SQL: sql`"app"."german"`. */
  readonly collate?: Text
}

type Attributes = Readonly<Record<string, TypeGiven | AttributeOptions>>

export interface CompositeTypeOptions {
  /** Default: `public`. */
  readonly schema?: SchemaGiven
  /** In the order in which a value states them. */
  readonly attributes: Attributes
}

/** A type with attributes, as a table has columns (manual 8.16). It makes columns: `address('home')`. `T`: their values in TypeScript. */
export const pgCompositeType = <T = string>(name: string, { schema, attributes }: CompositeTypeOptions) =>
  ownType<T, 'composite', { schema: string; name: string; attributes: Attributes }>('composite', {
    schema: schemaName(schema),
    name,
    attributes,
  })
