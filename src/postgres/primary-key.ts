import { type Condition, type Draft, type Field, kind, type View } from '../dialect/kind.ts'
import { type Key, keyOf, nameOf, type Obj, type Pair } from '../schema/object.ts'
import { column } from './column.ts'
import { dropConstraint, type InTable, renameConstraint, tableOf } from './constraint.ts'
import { addKey, changeKey, type KeyAttrs, keyClause } from './key-constraint.ts'
import { requireOpen, staysOpen } from './online.ts'
import { noDuplicates, noNulls } from './rows.ts'
import { dotted, ident } from './sql/quote.ts'

/** A table has at most one, so its id is the table's; the constraint's name is an attribute. */
export type PrimaryKeyAttrs = KeyAttrs & {
  /** `users_pkey` where the column itself says PRIMARY KEY, `users_a_b_pk` where drizzle names it. */
  readonly name: string
  /** Declared at the column (`id serial PRIMARY KEY`), not as a constraint of the table. Only the text differs. */
  readonly inline: boolean
}

type Id = 'schema' | 'table'
type PrimaryKey = Obj<Id, PrimaryKeyAttrs>

/** What it is changes in one go, with its name. */
const shape = {
  with: ['columns', 'include', 'deferrable', 'name'],
  alter({ from, to }, view) {
    if (letsNullIn({ from, to }, view)) return 'replace'
    const changed = changeKey(
      { from, to },
      { from: named(from), to: named(to) },
      written(to),
      view,
      conditionsOf(to, view),
    )
    return changed === 'replace' ? 'replace' : [...required(to, view), ...changed, ...impliedNotNull(from, view)]
  },
} as const satisfies Field<never, Id, PrimaryKeyAttrs>

/** A primary key (manual 5.5.4). */
export const primaryKey = kind<Id, PrimaryKeyAttrs>({
  name: 'primaryKey',
  word: 'primary key',
  cascades: () => true,
  fields: {
    columns: shape,
    include: shape,
    deferrable: shape,
    name: {
      alter: ({ from, to }) => [renameConstraint(named(from), named(to))],
    },
    inline: 'ignore',
  },
  create: (object, view) => [
    ...required(object, view),
    ...addKey(named(object), written(object), view, { conditions: conditionsOf(object, view) }),
  ],
  drop: (object, view) => [dropConstraint(named(object)), ...impliedNotNull(object, view)],
  claims: ({ id, attrs }) => [
    `relation ${dotted(id.schema, attrs.name)}`,
    `constraint ${dotted(id.schema, id.table, attrs.name)}`,
  ],
})

const named = ({ id, attrs }: PrimaryKey): InTable => ({ ...id, name: attrs.name })

const written = ({ attrs }: PrimaryKey) => ({ ...attrs, word: 'PRIMARY KEY', nulls: '' }) as const

/** The constraint as CREATE TABLE writes it. */
export const primaryKeyClause = (object: PrimaryKey): string =>
  `CONSTRAINT ${ident(object.attrs.name)} ${keyClause(written(object))}`

/** Can a column say it in one word? */
export const isPlainInline = ({ attrs }: PrimaryKey): boolean =>
  attrs.inline && attrs.deferrable === null && attrs.include.length === 0

/** The columns that nothing else asks about: they are not required before, nor by the old key, nor made so by themselves. */
function maybeNull(object: PrimaryKey, { from, to }: View): readonly Key[] {
  const old = from.get(keyOf(object))
  const isKey = (k: Key) => primaryKey.is(old) && old.attrs.columns.includes(k)
  return object.attrs.columns.filter((k) => {
    const [was, is] = [from.get(k), to.get(k)]
    return column.is(was) && !was.attrs.notNull && !isKey(k) && !(column.is(is) && is.attrs.notNull)
  })
}

/** Columns change before what leaves them, and one of a primary key cannot let NULL in: then the old key goes first. */
const letsNullIn = (keys: Pair<PrimaryKey>, { from, to }: View): boolean =>
  keys.from.attrs.columns.some((k) => {
    const [was, is] = [from.get(k), to.get(k)]
    const isRequired = column.is(is) && (is.attrs.notNull || keys.to.attrs.columns.includes(k))
    return column.is(was) && was.attrs.notNull && column.is(is) && !isRequired
  })

const conditionsOf = (object: PrimaryKey, view: View): readonly Condition[] => [
  ...noNulls(maybeNull(object, view), view, object.parent),
  ...noDuplicates(object.attrs.columns, view, false, object.parent),
]

const required = (object: PrimaryKey, view: View): readonly Draft[] =>
  staysOpen(object.parent, view)
    ? maybeNull(object, view).flatMap((k) => requireOpen({ ...object.id, name: nameOf(k) }, view))
    : []

/** The columns stay NOT NULL when the key goes, though nobody said so of them. */
function impliedNotNull(object: PrimaryKey, { from, to }: View): readonly Draft[] {
  const next = to.get(keyOf(object))
  const isKey = (k: Key) => primaryKey.is(next) && next.attrs.columns.includes(k)
  return object.attrs.columns.flatMap((k) => {
    const [was, is] = [from.get(k), to.get(k)]
    if (!column.is(was) || !column.is(is) || is.attrs.notNull || was.attrs.notNull || isKey(k)) return []
    return [{ sql: `ALTER TABLE ${tableOf(object)} ALTER COLUMN ${ident(is.id.name)} DROP NOT NULL` }]
  })
}
