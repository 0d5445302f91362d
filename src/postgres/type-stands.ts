import type { Obj, Pair } from '../schema/object.ts'
import { isBuiltIn, parse, sqlType, type Typed } from './column-type.ts'
import type { Composite } from './composite.ts'
import type { Domain } from './domain.ts'
import type { EnumAttrs } from './enum.ts'
import { attribute } from './exists.ts'
import { formatSized } from './format-type.ts'
import type { Range } from './range.ts'
import { multirange } from './range-parts.ts'
import { dotted, literal } from './sql/quote.ts'

type Named = Obj<'schema' | 'name', unknown>
type Declared = Typed & { readonly collation: string | null }

const tellers: Readonly<Record<string, (object: never) => string>> = {
  enum: hasLabels,
  domain: isDomain,
  composite: hasAttributes,
  range: spans,
}

/**
 * A condition in SQL: a type is as it is to be already. Undefined where that does not tell the two apart: a check of a domain
 * that has its name from another one.
 */
export function typeStands({ from, to }: Pair<Obj>): string | undefined {
  const tell = tellers[to.kind] as ((object: Obj) => string) | undefined
  const stands = tell?.(to)
  return tell?.({ ...from, id: to.id }) === stands ? undefined : stands
}

/** Has the enum these labels, in this order? */
function hasLabels({ id, attrs }: Named & { readonly attrs: EnumAttrs }): string {
  const labels = attrs.values.map(literal).join(', ')
  return `EXISTS (SELECT FROM pg_enum WHERE enumtypid = to_regtype(${quoted(id)}) HAVING array_agg(enumlabel::text ORDER BY enumsortorder) = ARRAY[${labels}])`
}

/** Has the domain this type, and checks of these names? */
function isDomain({ id, attrs }: Domain): string {
  const checks = Object.keys(attrs.checks).map(literal).join(', ')
  const found = "ARRAY(SELECT conname FROM pg_constraint WHERE contypid = t.oid AND contype = 'c' ORDER BY 1)"
  return `EXISTS (SELECT FROM pg_type t WHERE t.oid = to_regtype(${quoted(id)}) AND ${isOf(attrs, 't.typbasetype', 't.typtypmod', 't.typcollation')} AND typnotnull = ${attrs.notNull} AND ${found} = ARRAY(SELECT unnest(ARRAY[${checks}]::name[]) ORDER BY 1))`
}

/** Has the composite type these attributes, in this order? */
function hasAttributes({ id, attrs: { attributes } }: Composite): string {
  const names = attributes.map(({ name }) => literal(name)).join(', ')
  const types = attributes.map(
    (one) => `WHEN ${literal(one.name)} THEN ${isOf(one, 'atttypid', 'atttypmod', 'attcollation')}`,
  )
  return `EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass(${quoted(id)}) AND attnum > 0 AND NOT attisdropped HAVING array_agg(attname ORDER BY attnum) = ARRAY[${names}]::name[] AND bool_and(CASE attname ${types.join(' ')} END))`
}

/** The same of a column, or of an attribute of a composite type; undefined, too, where only sizes change that it does not tell. */
export function attributeStands(pair: Pair<Declared>, ...place: readonly [string, string, string]): string | undefined {
  const [from, to] = [parse(pair.from), parse(pair.to)]
  const isSame = pair.from.of === pair.to.of && from.name === to.name && from.array === to.array
  if (isSame && !hasSizes(pair.to)) return undefined
  const [was, is] = [pair.from, pair.to].map((one) => isOf(one, 'atttypid', 'atttypmod', 'attcollation'))
  return was === is ? undefined : attribute(...place, is!)
}

/** Does the range type span this, in this order, and has it a multirange of this name? */
function spans(range: Range): string {
  const { id, attrs } = range
  const order = attrs.opclass === null ? 'opcdefault' : `opcname = ${literal(nameIn(attrs.opclass))}::name`
  const diff = attrs.diff === null ? 'rngsubdiff = 0' : `rngsubdiff = to_regproc(${literal(attrs.diff)})`
  const many = `rngmultitypid = to_regtype(${quoted({ ...id, name: multirange(range) })})`
  return `EXISTS (SELECT FROM pg_range JOIN pg_opclass c ON c.oid = rngsubopc WHERE rngtypid = to_regtype(${quoted(id)}) AND ${isOf(attrs, 'rngsubtype', 'NULL', 'rngcollation')} AND ${order} AND ${diff} AND ${many})`
}

/**
 * Is what a catalog has in its columns this type with this collation? Of types that are not the server's own it does not tell
 * the sizes.
 */
function isOf(typed: Declared, type: string, modifier: string, collation: string): string {
  const isType =
    hasSizes(typed) && modifier !== 'NULL'
      ? `format_type(${type}, ${modifier}) = ${literal(formatSized(parse(typed)))}`
      : `${type} = to_regtype(${literal(sqlType(typed, true))})`
  const isCollation =
    typed.collation === null
      ? `(SELECT typcollation FROM pg_type WHERE oid = ${type})`
      : `to_regcollation(${literal(typed.collation)})`
  return `${isType} AND ${collation} = ${isCollation}`
}

/** Does its catalog spell it as we do, with its sizes? */
function hasSizes(typed: Declared): boolean {
  const { name } = parse(typed)
  return typed.of === null && isBuiltIn(name) && name !== 'interval'
}

/** The last name of a name as SQL. */
const nameIn = (text: string): string =>
  /"((?:[^"]|"")*)"$|([^."]+)$/.exec(text)!.slice(1).find(Boolean)!.replaceAll('""', '"')

const quoted = ({ schema, name }: Named['id']): string => literal(dotted(schema, name))
