import { type Condition, type Draft, kind, type View } from '../dialect/kind.ts'
import { type Key, keyOf, type Obj } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { column } from './column.ts'
import { parse, type Typed } from './column-type.ts'
import { dropConstraint, renameConstraint, tableOf } from './constraint.ts'
import { type Deferrable, deferrableClause } from './deferrable.ts'
import { index } from './index.ts'
import { integerRange } from './integers.ts'
import { addConstraint, staysOpen } from './online.ts'
import { isPartitioned, partitionsOf } from './partition.ts'
import { primaryKey } from './primary-key.ts'
import { isRemade } from './remade.ts'
import { allBefore } from './rows.ts'
import { dotted, ident, identList, sqlName } from './sql/quote.ts'
import { standing } from './standing.ts'
import { unique } from './unique.ts'

export type Action = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default'

export type ForeignKeyAttrs = {
  readonly columns: readonly Key[]
  /** The referenced table. */
  readonly target: Key
  readonly targetColumns: readonly Key[]
  readonly onDelete: Action
  readonly onUpdate: Action
  readonly deferrable: Deferrable
}

type Id = 'schema' | 'table' | 'name'
type ForeignKey = Obj<Id, ForeignKeyAttrs>

/** A foreign key (manual 5.5.5). It stands for itself, so tables that refer to each other are no circle. */
export const foreignKey = kind<Id, ForeignKeyAttrs>({
  name: 'foreignKey',
  word: 'foreign key',
  // No partition goes that one refers to, and partitions go before their table.
  cascades: ({ parent, attrs: { target } }, view) =>
    target === parent ? !isPartitioned(target, view) : view.to.has(target),
  fields: {
    columns: 'replace',
    target: 'replace',
    targetColumns: 'replace',
    onDelete: 'replace',
    onUpdate: 'replace',
    deferrable: {
      alter: ({ to }) => [
        {
          sql: `ALTER TABLE ${tableOf(to)} ALTER CONSTRAINT ${ident(to.id.name)}${deferrableClause(to.attrs.deferrable) || ' NOT DEFERRABLE'}`,
        },
      ],
    },
  },
  create: add,
  drop: ({ id }) => [dropConstraint(id)],
  rename: ({ from, to }) => [renameConstraint(from.id, to.id)],
  claims: ({ id }) => [`constraint ${dotted(id.schema, id.table, id.name)}`],
  finds: (object, schema) => backing(object, schema),
  outlived: ({ attrs }, schema) => partitionsOf(attrs.target, schema).map(keyOf),
  rigid: ({ attrs }, view) => [...attrs.columns, ...attrs.targetColumns].some((k) => partsWays(k, view)),
})

/** Does a column come to a type whose values Postgres does not compare with those of the one before, while the other side has that still? */
function partsWays(k: Key, view: View): boolean {
  const [from, to] = [view.from.get(k), view.to.get(k)]
  if (!column.is(from) || !column.is(to)) return false
  const { of } = to.attrs
  return from.attrs.of !== of || (of !== null && isRemade(of, view)) || family(from.attrs) !== family(to.attrs)
}

/** Types whose values a foreign key compares, whichever side has which. */
function family(of: Typed): string {
  const { name, array } = parse(of)
  const one = integerRange(of.type) ? 'integer' : name === 'varchar' ? 'text' : name
  return `${one}${array}`
}

const clause = ({ attrs }: ForeignKey): string =>
  `FOREIGN KEY (${identList(attrs.columns)}) REFERENCES ${sqlName(attrs.target)}(${identList(attrs.targetColumns)}) ` +
  `ON DELETE ${attrs.onDelete} ON UPDATE ${attrs.onUpdate}${deferrableClause(attrs.deferrable)}`

/**
 * Before 18 no foreign key of a table whose rows are spread is NOT VALID. But one that has been validated on a partition is
 * taken over by that of the whole, without a look at the rows (tryAttachPartitionForeignKey in tablecmds.c).
 */
function add(object: ForeignKey, view: View): readonly Draft[] {
  const { id, parent } = object
  const lock = 'share-row-exclusive'
  const conditions = noOrphans(object, view)
  const open = staysOpen(parent, view)
  if (!open || view.options.postgres >= 18 || !isPartitioned(parent!, view))
    return addConstraint(id, clause(object), open, { lock, conditions })
  const holders = partitionsOf(parent!, view.to).filter((one) => standing(keyOf(one), view) && !one.attrs.partitionBy)
  const parts = holders.map(({ id: { schema, name: table } }) =>
    addConstraint({ schema: schema!, table: table!, name: id.name }, clause(object), true, { lock }),
  )
  const [first, ...others] = [
    ...parts.map(([made]) => made!),
    ...parts.flatMap(([, ...validated]) => validated),
    ...addConstraint(id, clause(object), false, { lock: parts.length > 0 ? 'access-exclusive' : lock }),
  ]
  return [{ ...first!, conditions }, ...others]
}

/** The unique constraints, primary key and indexes of the target that cover exactly its columns: one of them carries the foreign key. */
function backing({ attrs }: ForeignKey, schema: Schema): readonly Key[] {
  const wanted = [...attrs.targetColumns].sort().join()
  return schema
    .children(attrs.target)
    .filter((one) => keyColumns(one)?.sort().join() === wanted)
    .map(keyOf)
}

function keyColumns(one: Obj): (Key | null)[] | undefined {
  if (primaryKey.is(one) || unique.is(one)) return [...one.attrs.columns]
  return index.is(one) ? one.attrs.parts.map(({ column }) => column) : undefined
}

function noOrphans(object: ForeignKey, view: View): readonly Condition[] {
  const { attrs } = object
  // One that is only made again has held all along.
  if (view.from.has(keyOf(object)) && view.from.get(keyOf(object))?.refs.join() === object.refs.join()) return []
  const child = allBefore(attrs.columns, view, object.parent)
  const parent = allBefore(attrs.targetColumns, view, attrs.target)
  if (!child || !parent) return []
  const match = child.names.map((name, i) => `parent.${parent.names[i]} = child.${name}`).join(' AND ')
  const given = child.names.map((name) => `child.${name} IS NOT NULL`).join(' AND ')
  return [
    {
      query: `SELECT count(*) FROM ${child.table} AS child WHERE ${given} AND NOT EXISTS (SELECT FROM ${parent.table} AS parent WHERE ${match})`,
      says: `rows of ${child.table} refer by (${child.names.join(', ')}) to rows that ${parent.table} does not have`,
    },
  ]
}
