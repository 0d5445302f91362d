import type { AnyKind, Draft, View } from '../dialect/kind.ts'
import { canonical } from '../schema/hash.ts'
import { type Json, type Key, key, keyOf, nameOf, namesOf, type Obj } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { attach, detach } from './attachment.ts'
import { check } from './check.ts'
import { foreignKey } from './foreign-key.ts'
import { impliedName } from './implied-name.ts'
import { index } from './index.ts'
import { partitionOf, sameSpread, wholesOf } from './partition.ts'
import { primaryKey } from './primary-key.ts'
import { asideName, dollarQuoted, dotted, ident, literal, sqlName } from './sql/quote.ts'
import { unique } from './unique.ts'

/*
 * A table becomes a partition with its rows, and a partition a table. Its columns, constraints and indexes are those of the
 * whole while it is a partition, and its own before and after.
 */

/** Differs between a table and its partition without being another thing. */
const beside = new Set(['position', 'plainDefault', 'inline', 'concurrently', 'name', 'identity'])

/** An attribute with another text for each column that it names. */
function withColumns(value: Json, spell: (column: Key) => string): Json {
  if (typeof value === 'string') return value.startsWith('column:') ? spell(value as Key) : value
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((one: Json) => withColumns(one, spell))
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withColumns(one, spell)]))
}

/** What an object of the whole is on a partition, as a text to compare. */
function spelled({ kind, id, attrs }: Obj, table: Key): string {
  const kept = Object.entries(attrs).filter(([name]) => !beside.has(name))
  const isNamed = kind === 'column' || kind === 'check' || kind === 'foreignKey'
  // What refers to its own table does so from every partition.
  const target = attrs.target === table ? { target: null } : {}
  return canonical([kind, isNamed ? id.name! : null, withColumns({ ...Object.fromEntries(kept), ...target }, nameOf)])
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
    const missing = theirs.filter((one) => !twinOf(one, one.parent!, mine)).map((one) => asOwn(one, table))
    const made = missing.map((one) => ({ one, drafts: makers[one.kind]?.create(one, view) ?? [] }))
    const before = made.flatMap(({ one, drafts }) => (isMadeBefore(one) ? drafts : []))
    // What a row refers to may lie in any partition: only the statement can tell.
    const asked = made.filter(({ one }) => !isMadeBefore(one) && one.attrs.target !== of.table)
    const conditions = asked.flatMap(({ drafts }) => drafts.flatMap((draft) => draft.conditions ?? []))
    const into = attach(of, table, view)
    return [...before, { ...into, conditions: [...(into.conditions ?? []), ...conditions] }]
  }
  const left = theirs
    .filter(({ kind }) => kind !== 'column')
    .map((one) => ({ one, twin: mine.find((each) => spelled(each, table) === spelled(one, one.parent!)) }))
  return [
    ...left.flatMap(({ one, twin }) => renameOf(one, twin ? ownName(twin) : asideName(ownName(one)), table)),
    detach(of.table, table),
    ...left.flatMap(({ one, twin }) => (twin ? [] : dropOf(one, table, mine))),
  ]
}

/** An object of the whole as one of a table, which becomes a partition of it. */
function asOwn({ attrs, id, ...one }: Obj, table: Key): Obj {
  const [schema, name] = namesOf(table) as [string, string]
  const whole = namesOf(one.parent!).join('\0')
  const ours = (k: Key) => (namesOf(k).slice(0, 2).join('\0') === whole ? key('column', schema, name, nameOf(k)) : k)
  const named = one.kind === 'primaryKey' ? { name: impliedName(name, null, 'pkey') } : {}
  return {
    ...one,
    id: { ...id, schema, table: name },
    attrs: { ...(withColumns(attrs, ours) as Obj['attrs']), ...named },
    parent: table,
  }
}

const makers: Readonly<Record<string, AnyKind>> = { primaryKey, unique, check, foreignKey, index }

/** ATTACH makes indexes, and keys but for the primary one: it does not make columns required, and a check it wants to find. */
const isMadeBefore = ({ kind }: Obj): boolean => kind === 'primaryKey' || kind === 'check'

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

function dropOf(one: Obj, table: Key, mine: readonly Obj[]): readonly Draft[] {
  const isNamed = one.kind === 'check' || one.kind === 'foreignKey'
  const name = isNamed ? ownName(one) : asideName(ownName(one))
  if (one.kind === 'index') return [{ sql: `DROP INDEX ${dotted(namesOf(table)[0]!, name)}` }]
  const alter = (what: string) => ({ sql: `ALTER TABLE ${sqlName(table)} ${what}` })
  const drop = alter(`DROP CONSTRAINT ${ident(name)}`)
  if (!primaryKey.is(one)) return [drop]
  const key = mine.find(primaryKey.is)?.attrs.columns.map(nameOf) ?? []
  const optional = one.attrs.columns.map(nameOf).filter((column) => {
    const own = mine.find(({ kind, id }) => kind === 'column' && id.name === column)
    return !own?.attrs.notNull && !key.includes(column)
  })
  return [drop, ...optional.map((column) => alter(`ALTER COLUMN ${ident(column)} DROP NOT NULL`))]
}
