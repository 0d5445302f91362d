import { type Draft, kind, type View } from '../dialect/kind.ts'
import { type Key, keyOf, nameOf, type Obj } from '../schema/object.ts'
import { column } from './column.ts'
import { dropConstraint, type InTable, renameConstraint, tableOf } from './constraint.ts'
import { addKey, type KeyAttrs, keyClause } from './key-constraint.ts'
import { requireOpen, staysOpen } from './online.ts'
import { dotted, ident } from './quote.ts'
import { noDuplicates, noNulls } from './rows.ts'

/** A table has at most one, so its id is the table's; the constraint's name is an attribute. */
export type PrimaryKeyAttrs = KeyAttrs & {
  /** `users_pkey` where the column itself says PRIMARY KEY, `users_a_b_pk` where drizzle names it. */
  readonly name: string
  /** Declared at the column (`id serial PRIMARY KEY`), not as a constraint of the table. Only the text differs. */
  readonly inline: boolean
}

type Id = 'schema' | 'table'
type PrimaryKey = Obj<Id, PrimaryKeyAttrs>

/** A primary key (manual 5.5.4). */
export const primaryKey = kind<Id, PrimaryKeyAttrs>({
  name: 'primaryKey',
  word: 'primary key',
  cascades: () => true,
  fields: {
    columns: 'replace',
    include: 'replace',
    deferrable: 'replace',
    name: {
      alter: ({ from, to }) => [renameConstraint(named(from), named(to))],
    },
    inline: 'ignore',
  },
  create(object, view) {
    const nullable = maybeNull(object, view)
    const conditions = [
      ...noNulls(nullable, view, object.parent),
      ...noDuplicates(object.attrs.columns, view, false, object.parent),
    ]
    return [
      ...(staysOpen(object.parent, view)
        ? nullable.flatMap((k) => requireOpen({ ...object.id, name: nameOf(k) }, view))
        : []),
      ...addKey(named(object), written(object), view, { conditions }),
    ]
  },
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

/** The columns that nothing else asks about: they are not required before, nor made so by themselves. */
const maybeNull = ({ attrs }: PrimaryKey, { from, to }: View): readonly Key[] =>
  attrs.columns.filter((k) => {
    const [was, is] = [from.get(k), to.get(k)]
    return column.is(was) && !was.attrs.notNull && !(column.is(is) && is.attrs.notNull)
  })

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
