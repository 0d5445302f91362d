import type { Key } from '../schema/object.ts'
import { dotted, ident, literal, sqlName } from './sql/quote.ts'

// Conditions in SQL. A name is a literal that the server cuts to 63 bytes as it cuts an identifier.

/** Is the server of this version (`server_version_num`), or newer? */
export const isServerSince = (version: number): string => `current_setting('server_version_num')::integer >= ${version}`

export const schemaExists = (name: string): string => `to_regnamespace(${literal(ident(name))}) IS NOT NULL`

/** A table, an index, a sequence. */
export const relationExists = (schema: string, name: string): string =>
  `to_regclass(${literal(dotted(schema, name))}) IS NOT NULL`

/** Is there a table, spread or not (`rp`), a view (`v`), a materialized view (`m`) or a sequence (`S`) of this name? */
export const relationIs = (
  kind: 'rp' | 'v' | 'm' | 'S',
  { schema, name }: Readonly<Record<'schema' | 'name', string>>,
): string => {
  const isOne = kind.length > 1 ? `IN (${[...kind].map(literal).join(', ')})` : `= '${kind}'`
  return `EXISTS (SELECT FROM pg_class WHERE oid = to_regclass(${literal(dotted(schema, name))}) AND relkind ${isOne})`
}

export const typeExists = (schema: string, name: string): string =>
  `to_regtype(${literal(dotted(schema, name))}) IS NOT NULL`

/** Is there a type of this kind: an enum (`e`), a domain (`d`), a composite type (`c`) or a range type (`r`)? */
export const typeIs = (
  kind: 'e' | 'd' | 'c' | 'r',
  { schema, name }: Readonly<Record<'schema' | 'name', string>>,
): string =>
  `EXISTS (SELECT FROM pg_type WHERE oid = to_regtype(${literal(dotted(schema, name))}) AND typtype = '${kind}')`

/** A column of a table or a view, or an attribute of a composite type. */
export const columnExists = (schema: string, table: string, name: string): string =>
  attribute(schema, table, name, 'true')

/** Has the column this type, whatever stands in its brackets? */
export const hasType = (schema: string, table: string, name: string, type: string): string =>
  attribute(schema, table, name, `atttypid = to_regtype(${literal(type)})`)

export const hasIdentity = (schema: string, table: string, name: string): string =>
  attribute(schema, table, name, `attidentity <> ''`)

export const constraintExists = (schema: string, table: string, name: string): string =>
  `EXISTS (SELECT FROM pg_constraint WHERE conrelid = to_regclass(${literal(dotted(schema, table))}) AND conname = ${literal(name)}::name)`

export const domainConstraintExists = (schema: string, domain: string, name: string): string =>
  `EXISTS (${domainConstraint(schema, domain, name)})`

/** The server does not look at its own note, and refuses to validate for a column that became an array of the domain since. */
export const domainConstraintIsValid = (schema: string, domain: string, name: string): string =>
  `EXISTS (${domainConstraint(schema, domain, name)} AND convalidated)`

const domainConstraint = (schema: string, domain: string, name: string): string =>
  `SELECT FROM pg_constraint WHERE contypid = to_regtype(${literal(dotted(schema, domain))}) AND conname = ${literal(name)}::name`

export const policyExists = (schema: string, table: string, name: string): string =>
  `EXISTS (SELECT FROM pg_policy WHERE polrelid = to_regclass(${literal(dotted(schema, table))}) AND polname = ${literal(name)}::name)`

export const roleExists = (name: string): string =>
  `EXISTS (SELECT FROM pg_roles WHERE rolname = ${literal(name)}::name)`

export const triggerExists = (schema: string, table: string, name: string): string =>
  `EXISTS (SELECT FROM pg_trigger WHERE tgrelid = to_regclass(${literal(dotted(schema, table))}) AND tgname = ${literal(name)}::name)`

/** Is a table a partition of another one? */
export const isPartitionOf = (partition: Key, table: Key): string =>
  `EXISTS (SELECT FROM pg_inherits WHERE inhrelid = to_regclass(${literal(sqlName(partition))}) AND inhparent = to_regclass(${literal(sqlName(table))}))`

/** Is a table spread like this? `RANGE ("at")`; null: it holds its rows itself. */
export const isSpreadBy = (table: Key, by: string | null): string => {
  const like =
    by === null ? "relkind = 'r'" : `replace(pg_get_partkeydef(oid), '"', '') = ${literal(by.replaceAll('"', ''))}`
  return `EXISTS (SELECT FROM pg_class WHERE oid = to_regclass(${literal(sqlName(table))}) AND ${like})`
}

export const publicationExists = (name: string): string =>
  `EXISTS (SELECT FROM pg_publication WHERE pubname = ${literal(name)}::name)`

/** Does a publication name tables (`rel`), or schemas (`namespace`)? */
export const publicationNames = (name: string, what: 'rel' | 'namespace'): string =>
  `EXISTS (SELECT FROM pg_publication_${what} JOIN pg_publication p ON p.oid = ${what === 'rel' ? 'prpubid' : 'pnpubid'} WHERE pubname = ${literal(name)}::name)`

/** A function or a procedure: `"public"."add"(integer, integer)`. */
export const routineExists = (signature: string): string => `to_regprocedure(${literal(signature)}) IS NOT NULL`

/** A column or an attribute, with what its row in `pg_attribute` must be like besides. */
export const attribute = (schema: string, table: string, name: string, which: string): string =>
  `EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass(${literal(dotted(schema, table))}) AND attname = ${literal(name)}::name AND NOT attisdropped AND ${which})`

export const hasLabel = (type: string, label: string): string =>
  `EXISTS (SELECT FROM pg_enum WHERE enumtypid = to_regtype(${literal(type)}) AND enumlabel = ${literal(label)})`

export const hasBounds = (sequence: string, { min, max }: { readonly min: bigint; readonly max: bigint }): string =>
  `EXISTS (SELECT FROM pg_sequence WHERE seqrelid = to_regclass(${literal(sequence)}) AND seqmin = ${min} AND seqmax = ${max})`
