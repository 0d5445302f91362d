import type { AnyKind, Draft, View } from '../dialect/kind.ts'
import { canonical } from '../schema/hash.ts'
import { type Key, keyOf, nameOf, namesOf, type Obj } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { attach, detach, partitionOf, sameSpread, wholesOf } from './partition.ts'
import { asideName, dollarQuoted, dotted, ident, literal, sqlName } from './quote.ts'

/*
 * A table becomes a partition with its rows, and a partition a table. Its columns, constraints and indexes are those of the
 * whole while it is a partition, and its own before and after.
 */

/** Differs between a table and its partition without being another thing. */
const beside = new Set(['position', 'plainDefault', 'inline', 'concurrently', 'name', 'identity'])

/** What an object of the whole is on a partition, as a text to compare. */
function spelled({ kind, id, attrs }: Obj, table: Key): string {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string' && value.startsWith('column:')) return nameOf(value as Key)
    if (Array.isArray(value)) return value.map(walk)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one)]))
  }
  const kept = Object.entries(attrs).filter(([name]) => !beside.has(name))
  const isNamed = kind === 'column' || kind === 'check' || kind === 'foreignKey'
  // What refers to its own table does so from every partition.
  const target = attrs.target === table ? { target: null } : {}
  return canonical([kind, isNamed ? id.name! : null, walk({ ...Object.fromEntries(kept), ...target })] as never)
}

const kinds = ['column', 'primaryKey', 'unique', 'check', 'foreignKey', 'index']

/** All that a partition has from what it is a part of. */
const inherited = (partition: Key, schema: Schema): readonly Obj[] =>
  wholesOf(partition, schema).flatMap((k) => schema.children(k).filter(({ kind }) => kinds.includes(kind)))

const own = (table: Key, schema: Schema): readonly Obj[] =>
  schema.children(table).filter(({ kind }) => kinds.includes(kind))

/** The sides on which a table is a partition and on which it is none, where it keeps its rows on the way. */
function sidesOf(table: Key, { from, to }: View): { readonly whole: Schema; readonly alone: Schema } | undefined {
  const [was, is] = [from.get(table), to.get(table)]
  const [before, after] = [partitionOf(was), partitionOf(is)]
  if (!was || !is || (before === null) === (after === null)) return undefined
  const sides = before ? { whole: from, alone: to } : { whole: to, alone: from }
  const spreads = [table, ...wholesOf(table, sides.whole)].every((k) => {
    const [a, b] = [from.get(k), to.get(k)].map((one) => one?.attrs.partitionBy as string | null | undefined)
    return a === undefined || b === undefined || sameSpread(a, b)
  })
  const columns = (objects: readonly Obj[]) => objects.filter(({ kind }) => kind === 'column')
  const mine = columns(own(table, sides.alone))
  const theirs = columns(inherited(table, sides.whole))
  const isIdentity = mine.some(({ attrs }) => attrs.identity !== null)
  const spell = (objects: readonly Obj[]) =>
    objects
      .map((one) => spelled(one, table))
      .sort()
      .join()
  return spreads && !isIdentity && spell(mine) === spell(theirs) ? sides : undefined
}

/** The object of a table that alone has it, as the one of the whole. */
const twinOf = (one: Obj, table: Key, others: readonly Obj[]): Obj | undefined =>
  others.find((other) => spelled(other, other.parent!) === spelled(one, table))

/** A kind whose objects a table takes along where it becomes a partition, and keeps where it was one. */
export const along = <K extends AnyKind>(kind: K): K => ({
  ...kind,
  create: (object: Obj, view: View) => (isKept(object, view, 'from') ? [] : kind.create(object, view)),
  drop: (object: Obj, view: View) => (isKept(object, view, 'to') ? [] : kind.drop(object, view)),
})

function isKept(object: Obj, view: View, side: 'from' | 'to'): boolean {
  const sides = object.parent && sidesOf(object.parent, view)
  if (!sides || sides.whole !== view[side]) return false
  return twinOf(object, object.parent!, inherited(object.parent!, sides.whole)) !== undefined
}

/** A table with the columns of the whole becomes a partition of it, or a partition a table. */
export function moved(to: Obj, view: View): readonly Draft[] | 'replace' {
  const table = keyOf(to)
  const sides = sidesOf(table, view)
  if (!sides) return 'replace'
  const theirs = inherited(table, sides.whole)
  const mine = own(table, sides.alone)
  const of = partitionOf(sides.whole.get(table))!
  if (sides.whole === view.to) {
    const missing = theirs.filter((one) => one.kind === 'check' && !twinOf(one, one.parent!, mine))
    const add = missing.map(({ id, attrs }) => `ADD CONSTRAINT ${ident(id.name!)} CHECK (${attrs.expression})`)
    return [...add.map((what) => ({ sql: `ALTER TABLE ${sqlName(table)} ${what}` })), attach(of, table)]
  }
  const left = theirs
    .filter(({ kind }) => kind !== 'column')
    .map((one) => ({ one, twin: mine.find((each) => spelled(each, table) === spelled(one, one.parent!)) }))
  return [
    ...left.flatMap(({ one, twin }) => renameOf(one, twin ? ownName(twin) : asideName(ownName(one)), table)),
    detach(of.table, table),
    ...left.flatMap(({ one, twin }) => (twin ? [] : [dropOf(one, table)])),
  ]
}

const ownName = ({ id, attrs }: Obj): string => id.name ?? String(attrs.name)

/** Only its place below the index of the whole tells what the index of a partition is called. */
function renameOf(one: Obj, name: string, table: Key): readonly Draft[] {
  if (one.kind === 'check' || one.kind === 'foreignKey') return []
  const whole = literal(dotted(namesOf(one.parent!)[0]!, ownName(one)))
  const body = ` DECLARE part regclass; BEGIN
	FOR part IN
		SELECT indexrelid FROM pg_index JOIN pg_class c ON c.oid = indexrelid
		WHERE indrelid = ${literal(sqlName(table))}::regclass AND relname <> ${literal(name)}::name
			AND ${whole}::regclass IN (SELECT pg_partition_ancestors(indexrelid))
	LOOP
		EXECUTE format('ALTER INDEX %s RENAME TO %I', part, ${literal(name)});
	END LOOP;
END `
  return [{ sql: `DO ${dollarQuoted(body)}`, lock: 'share-update-exclusive' }]
}

function dropOf(one: Obj, table: Key): Draft {
  const isNamed = one.kind === 'check' || one.kind === 'foreignKey'
  const name = isNamed ? ownName(one) : asideName(ownName(one))
  if (one.kind === 'index') return { sql: `DROP INDEX ${dotted(namesOf(table)[0]!, name)}` }
  return { sql: `ALTER TABLE ${sqlName(table)} DROP CONSTRAINT ${ident(name)}` }
}
