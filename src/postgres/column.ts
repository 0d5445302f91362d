import { type Draft, type Field, kind, type View } from '../dialect/kind.ts'
import { type Key, key, keyOf, type Obj, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { carryColumn } from './carry-column.ts'
import { typeConditions, typesOf } from './column-conditions.ts'
import { type Storing, storageChanges, unset } from './column-storage.ts'
import { collationClause, parse, sqlType, type Typed, typeClause, typeIn } from './column-type.ts'
import { tableOf } from './constraint.ts'
import { conversion } from './conversion.ts'
import { hasDefault, isRequired, typedIn } from './domain-base.ts'
import { attribute, columnExists, hasIdentity, hasType } from './exists.ts'
import { addGenerator, alterGenerator, dropGenerator, identityClause } from './generator.ts'
import { isWider } from './integers.ts'
import { extensionsIn, namesIn, types } from './names.ts'
import { requireOpen, staysOpen } from './online.ts'
import { partitionsOf, withoutOwnTable } from './partition.ts'
import { isRemade, lettingGo } from './remade.ts'
import type { Counting } from './sequence.ts'
import { dotted, ident } from './sql/quote.ts'
import { standing } from './standing.ts'
import { attributeStands } from './type-stands.ts'
import { isVolatile } from './volatile.ts'

/** GENERATED … AS IDENTITY with the options of its sequence. */
export type Identity = Counting & {
  readonly generated: 'always' | 'byDefault'
  /** The sequence's own name; it lies in the table's schema. */
  readonly name: string
}

export type ColumnAttrs = Beyond & {
  /**
   * As drizzle-kit's snapshot writes it: `integer`, `varchar(255)`, `timestamp (3) with time zone`, `serial`, `text[]`.
   * For a column of a type with a key: only the brackets of an array (`[]`, `[3]`) or the empty string; the type itself is `of`.
   */
  readonly type: string
  /** The enum, domain, composite type or range that it is of. */
  readonly of: Key | null
  readonly notNull: boolean
  /** SQL text: `'draft'`, `now()`, `0`. */
  readonly default: string | null
  /** The default was declared as a plain value (`true`, `0`) and not as SQL. The snapshot keeps the two apart, a database does not. */
  readonly plainDefault: boolean
  /** The expression of GENERATED ALWAYS AS (…). */
  readonly generated: string | null
  readonly identity: Identity | null
  /** The sequence behind a serial type, whose name Postgres derives from table and column. */
  readonly serial: string | null
  /** Place among its siblings, from 0; new tables keep it. */
  readonly position: number
}

/** What a column has that Drizzle cannot say. */
type Beyond = Storing & {
  /** As SQL, where it is not the type's own: `"C"`, `"app"."german"`. */
  readonly collation: string | null
  /** A generated value is made whenever it is read, and not stored (from 18). */
  readonly virtual: boolean
}

/**
 * A column that has nothing of that. Written out, because an object that begins with a spread grows with every further
 * property: that was 40 MB of the 180 that `generate` took at 1,000 tables.
 */
export const ordinaryColumn = (said: Omit<ColumnAttrs, keyof Beyond>): ColumnAttrs => ({
  type: said.type,
  of: said.of,
  notNull: said.notNull,
  default: said.default,
  plainDefault: said.plainDefault,
  generated: said.generated,
  identity: said.identity,
  serial: said.serial,
  position: said.position,
  collation: null,
  virtual: false,
  storage: null,
  compression: null,
})

type Id = 'schema' | 'table' | 'name'
export type Column = Obj<Id, ColumnAttrs>

/** What a column's value is and where it comes from changes in one go: the order of these statements matters. */
const value = {
  disturbs: ({ from, to }: Pair<Column>) => typeClause(from.attrs, true) !== typeClause(to.attrs, true),
  with: ['type', 'of', 'collation', 'notNull', 'default', 'identity', 'serial', 'storage', 'compression'],
  alter: alterValue,
} as const satisfies Field<never, Id, ColumnAttrs>

/** A column (manual, ALTER TABLE). */
export const column = kind<Id, ColumnAttrs>({
  name: 'column',
  word: 'column',
  holdsData: true,
  cascades: () => true,
  rigid: ({ attrs }) => attrs.generated !== null,
  // A table has options, row security and a log whatever its columns are.
  unmoved: ({ from, to = from }) => (to ? [tableKeyOf(to)] : []),
  texts: ['generated', 'default'],
  fields: {
    generated: { alter: regenerate },
    virtual: 'replace',
    type: value,
    of: value,
    collation: value,
    storage: value,
    compression: value,
    serial: value,
    identity: value,
    default: value,
    notNull: value,
    plainDefault: 'ignore',
    position: 'ignore',
  },
  create: (object, view) => add(object, view),
  drop: (object, view) => [
    {
      sql: `ALTER TABLE ${tableOf(object)} DROP COLUMN ${ident(object.id.name)}`,
      ...(isMadeAgain(object, view)
        ? {}
        : { loses: `the column ${fullName(object)} and its values`, ...unlessPlain(object, view) }),
    },
  ],
  carryOver: carryColumn,
  rename: ({ from, to }) => [
    {
      sql: `ALTER TABLE ${tableOf(from)} RENAME COLUMN ${ident(from.id.name)} TO ${ident(to.id.name)}`,
      unless: columnExists(to.id.schema, to.id.table, to.id.name),
    },
  ],
  // A default that uses it would keep it. One that is another by then is the column's own change.
  loosen: ({ from, to }, view) =>
    lettingGo({ from: inDefault(from, view.from), to: inDefault(to, view.to) }, from.attrs.of, view).length > 0
      ? {
          from: [{ sql: alterColumn(to, setDefault(null)) }],
          to: from.attrs.default === to.attrs.default ? [{ sql: alterColumn(to, setDefault(to.attrs.default)) }] : [],
        }
      : { from: [], to: [] },
  claims: (object) => [`column ${fullName(object)}`],
  finds: (object, schema): readonly Key[] => [
    ...inDefault(object, schema),
    ...namesIn(object.attrs.generated ?? '', object, schema, ['column', 'function', ...types]).filter((k) => {
      const found = schema.get(k)
      return !column.is(found) || found.attrs.generated === null
    }),
    ...extensionsIn(object.attrs.type, schema),
  ],
})

export const columnKey = (schema: string, table: string, name: string) => key('column', schema, table, name)

/** The columns that are of one of these types, in key order. */
export const columnsOf = (types: readonly Key[], schema: Schema): readonly (Column & Obj)[] =>
  types
    .flatMap((type) =>
      schema
        .users(type)
        .filter(column.is)
        .filter(({ attrs }) => attrs.of === type),
    )
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))

const fullName = ({ id }: Obj<Id>): string => dotted(id.schema, id.table, id.name)
const tableKeyOf = ({ id }: Obj<Id>): Key => key('table', id.schema, id.table)

/** Are its values made from others, before and after? */
function isMadeAgain({ attrs, ...object }: Column, { to }: View): boolean {
  const next = to.get(keyOf(object))
  return attrs.generated !== null && !(column.is(next) && next.attrs.generated === null)
}

/** One that holds values of its own from then on is dropped only once. */
const unlessPlain = ({ id, attrs, ...object }: Column, { to }: View): Pick<Draft, 'unless'> =>
  attrs.generated !== null && to.has(keyOf({ ...object, id }))
    ? { unless: attribute(id.schema, id.table, id.name, "attgenerated = ''") }
    : {}

const inDefault = (object: Column, schema: Schema): readonly Key[] =>
  namesIn(object.attrs.default ?? '', object, schema, ['sequence', 'function', ...types])

/** The column as CREATE TABLE and ADD COLUMN write it. */
export function columnClause({ id, attrs }: Column, schema: Schema, primaryKey = false): string {
  return [
    ident(id.name),
    typeIn(attrs, schema),
    attrs.compression !== null && `COMPRESSION ${attrs.compression}`,
    attrs.collation !== null && `COLLATE ${attrs.collation}`,
    primaryKey && 'PRIMARY KEY',
    attrs.identity && identityClause(attrs.identity),
    attrs.generated !== null && `GENERATED ALWAYS AS (${attrs.generated}) ${attrs.virtual ? 'VIRTUAL' : 'STORED'}`,
    attrs.default !== null && `DEFAULT ${attrs.default}`,
    attrs.notNull && 'NOT NULL',
  ]
    .filter(Boolean)
    .join(' ')
}

/** What CREATE TABLE takes only from 16 on. */
export const storageOfNew = (object: Column): Draft[] =>
  storageChanges({ from: unset, to: { ...object.attrs, compression: null } }, object.attrs, (what) =>
    alterColumn(object, what),
  )

/** A new column of a table that stands. A required one without a value of its own needs an empty table, or a backfill. */
function add(object: Column, view: View): readonly Draft[] {
  const { attrs } = object
  const generated = attrs.generated && withoutOwnTable(attrs.generated, object, view)
  const sql = (c: Column) =>
    `ALTER TABLE ${tableOf(c)} ADD COLUMN ${columnClause({ ...c, attrs: { ...c.attrs, generated } }, view.to)}`
  const filled = attrs.default ?? attrs.generated ?? attrs.identity ?? attrs.serial
  const isFilled = filled !== null || hasDefault(attrs, view.to)
  const isNeeded = attrs.notNull || (attrs.type === '' && isRequired(attrs.of, view.to))
  const isStrict = typedIn(attrs, view.to).domain?.strict ?? false
  const fill = isFilled ? fillOpen(object, view, isStrict) : attrs.notNull ? view.backfill(keyOf(object)) : undefined
  if (fill !== undefined)
    return [
      { sql: sql({ ...object, attrs: { ...attrs, notNull: false, default: null } }) },
      ...(attrs.default === null ? [] : [{ sql: alterColumn(object, setDefault(attrs.default)) }]),
      backfill(object, fill, view),
      ...(attrs.notNull ? required(object, view) : []),
      ...storageOfNew(object),
    ]
  const table = standing(tableKeyOf(object), view)
  const needsEmpty = isNeeded && !isFilled && table !== undefined
  const name = table && dotted(...Object.values(table.id))
  return [
    {
      sql: sql(object),
      rewrites:
        (attrs.generated !== null && !attrs.virtual) ||
        attrs.identity !== null ||
        attrs.serial !== null ||
        isStrict ||
        isVolatile(attrs.default),
      conditions: needsEmpty
        ? [
            {
              query: `SELECT count(*) FROM ${name}`,
              says: `rows of ${name} would have no value for the new required column ${ident(object.id.name)}`,
            },
          ]
        : [],
    },
    ...storageOfNew(object),
  ]
}

/**
 * A default that gives each row another value would have the table written anew, with nobody in it: where it stays open, rows
 * get theirs afterwards. Not where that would do more (triggers), or less (policies that hold for the owner, too).
 */
function fillOpen({ attrs, parent }: Column, view: View, isStrict: boolean): string | undefined {
  const { from } = view
  if (isStrict || attrs.default === null || !isVolatile(attrs.default) || !staysOpen(parent, view)) return undefined
  const touched = [parent!, ...partitionsOf(parent!, from).map(keyOf)]
  const isWatched = touched.some((k) => from.children(k).some(({ kind }) => kind === 'trigger'))
  return isWatched || from.get(parent!)?.attrs.forceRls ? undefined : attrs.default
}

const backfill = (object: Column, sql: string, view: View): Draft => ({
  sql: `UPDATE ${tableOf(object)} SET ${ident(object.id.name)} = (${sql}) WHERE ${ident(object.id.name)} IS NULL`,
  lock: 'row-exclusive',
  updates: true,
  apart: staysOpen(object.parent, view),
})

const required = (object: Column, view: View): readonly Draft[] =>
  staysOpen(object.parent, view) ? requireOpen(object.id, view) : [{ sql: alterColumn(object, 'SET NOT NULL') }]

/** A stored expression cannot be changed in place before 17; its values are made from others, so nothing is lost. */
function regenerate({ from, to }: Pair<Column>, view: View): readonly Draft[] | 'replace' {
  if (from.attrs.generated === null) return 'replace'
  if (to.attrs.generated === null) return [{ sql: alterColumn(to, 'DROP EXPRESSION') }]
  // Of a virtual one the server refuses it where the table has checks.
  if (view.options.postgres < 17 || to.attrs.virtual || sqlType(from.attrs) !== sqlType(to.attrs)) return 'replace'
  const expression = withoutOwnTable(to.attrs.generated, to, view)
  return [{ sql: alterColumn(to, `SET EXPRESSION AS (${expression})`), rewrites: true, updates: true }]
}

/** The column as it stands by now: with a type that is made anew it has got that and its default, or waits for them as text. */
function betweenTypes({ from, to }: Pair<Column>, view: View): Column {
  const { of } = from.attrs
  if (of === null || !isRemade(of, view)) return from
  if (of !== to.attrs.of) return parked(from)
  const { type, collation, default: value } = to.attrs
  return { ...from, attrs: { ...from.attrs, ...unset, type, collation, default: value } }
}

/** A column of a type that is made anew, while it waits for its other type. */
export const parked = (object: Column): Column => ({
  ...object,
  attrs: { ...object.attrs, of: null, type: `text${object.attrs.type}`, default: null },
})

function alterValue(change: Pair<Column>, view: View): readonly Draft[] | 'replace' {
  const { to } = change
  const from = betweenTypes(change, view)
  const pair = { from, to }
  const same = typeClause(from.attrs, true) === typeClause(to.attrs, true)
  // A generated one takes no USING (manual, ALTER TABLE).
  if (!same && to.attrs.generated !== null && conversion(typesOf(pair, view), '').using) return 'replace'
  // A sequence has the type of its column: its bounds shrink before that does, and grow after it.
  const shrinks = isWider(from.attrs.type, to.attrs.type)
  const drafts: Draft[] = [...dropGenerator(pair), ...(shrinks ? alterGenerator(pair) : [])]
  if (from.attrs.notNull && !to.attrs.notNull && !inPrimaryKey(to, view.to))
    drafts.push({ sql: alterColumn(to, 'DROP NOT NULL') })
  if (!same) drafts.push({ ...retype(pair, typesOf(pair, view), view.to), conditions: typeConditions(change, view) })
  else if (from.attrs.default !== to.attrs.default)
    drafts.push({
      sql: alterColumn(to, setDefault(to.attrs.default)),
      ...(to.attrs.identity && { unless: hasIdentity(to.id.schema, to.id.table, to.id.name) }),
    })
  // What takes the default off does so every time, the change of type only once.
  if (!same && view.options.guards && to.attrs.default !== null)
    drafts.push({ sql: alterColumn(to, setDefault(to.attrs.default)) })
  if (!from.attrs.notNull && to.attrs.notNull) drafts.push(...setNotNull(to, view))
  // A new type brings its own storage.
  const stored = { from: same ? from.attrs : unset, to: to.attrs }
  drafts.push(...storageChanges(stored, to.attrs, (what) => alterColumn(to, what)))
  return [...drafts, ...addGenerator(pair), ...(shrinks ? [] : alterGenerator(pair))]
}

/** TYPE in one statement with the default taken off before and put back after: a default is never cast, it is stated. */
export function retype({ from, to }: Pair<Column>, typed: Pair<Typed>, schema: Schema): Draft {
  const name = ident(to.id.name)
  const { using, rewrites, loses } = conversion(typed, name)
  const type = typeIn(to.attrs, schema, true)
  const by = using?.replaceAll(`::${sqlType(to.attrs, true)}`, () => `::${type}`)
  const parts = [
    from.attrs.default !== null && `ALTER COLUMN ${name} DROP DEFAULT`,
    `ALTER COLUMN ${name} SET DATA TYPE ${type}${collationClause(to.attrs)}${by ? ` USING ${by}` : ''}`,
    to.attrs.default !== null && `ALTER COLUMN ${name} SET DEFAULT ${to.attrs.default}`,
  ]
  const [was, is] = [parse(from.attrs), parse(to.attrs)]
  const isOther = was.name !== is.name || was.array !== is.array
  const unless = isOther
    ? isTyped(to, schema)
    : attributeStands({ from: from.attrs, to: to.attrs }, to.id.schema, to.id.table, to.id.name)
  return {
    sql: `ALTER TABLE ${tableOf(to)} ${parts.filter(Boolean).join(', ')}`,
    rewrites,
    updates: true,
    ...(unless && { unless }),
    ...(loses && { loses: `${loses} in ${fullName(to)}` }),
  }
}

/** A condition in SQL: the column has its type, whatever stands in the brackets. */
export const isTyped = ({ id, attrs }: Column, schema: Schema): string =>
  hasType(id.schema, id.table, id.name, typeIn(attrs, schema, true).replace(/\s+collate\s.+$/i, ''))

function inPrimaryKey(object: Column, schema: Schema): boolean {
  const primary = schema.get(key('primaryKey', object.id.schema, object.id.table))
  return (primary?.attrs.columns as readonly Key[] | undefined)?.includes(keyOf(object)) ?? false
}

function setNotNull(object: Column, view: View): readonly Draft[] {
  // The key has seen to it: the statement looks at no row.
  if (inPrimaryKey(object, view.from)) return [{ sql: alterColumn(object, 'SET NOT NULL') }]
  const [first, ...rest] = required(object, view)
  const fill = view.backfill(keyOf(object))
  if (fill !== undefined) return [backfill(object, fill, view), first!, ...rest]
  const before = standing(keyOf(object), view)
  if (!column.is(before)) return [first!, ...rest]
  const condition = {
    query: `SELECT count(*) FROM ${tableOf(before)} WHERE ${ident(before.id.name)} IS NULL`,
    says: `rows of ${tableOf(before)} have no ${ident(before.id.name)}, which becomes required`,
  }
  return [{ ...first!, conditions: [condition] }, ...rest]
}

const setDefault = (value: string | null): string => (value === null ? 'DROP DEFAULT' : `SET DEFAULT ${value}`)

const alterColumn = (object: Obj<Id>, what: string): string =>
  `ALTER TABLE ${tableOf(object)} ALTER COLUMN ${ident(object.id.name)} ${what}`
