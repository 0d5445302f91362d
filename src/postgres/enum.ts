import { type Draft, kind, type View } from '../dialect/kind.ts'
import { type Key, key, keyOf, nameOf, type Obj, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { type Column, column, isTyped, parked, retype } from './column.ts'
import { labels } from './enum-value.ts'
import { onlyAdds } from './enum-values.ts'
import { hasLabels, typeExists } from './exists.ts'
import { move } from './move.ts'
import { asideName, dotted, ident, literal, sqlName } from './quote.ts'

export type EnumAttrs = {
  /** The labels in sort order. */
  readonly values: readonly string[]
}

type Enum = Obj<'schema' | 'name', EnumAttrs>

/** An enumerated type (manual 8.7). */
export const enumType = kind<'schema' | 'name', EnumAttrs>({
  name: 'enum',
  word: 'enum',
  holdsData: true,
  fields: {
    values: {
      disturbs: ({ from, to }) => !onlyAdds({ from: from.attrs.values, to: to.attrs.values }),
      alter: (pair, view) => additions(pair) ?? remake(pair, view),
    },
  },
  create: (object) => [createType(object)],
  drop: ({ id }) => [{ sql: `DROP TYPE ${dotted(id.schema, id.name)}`, lock: 'none' }],
  rename: (pair) => move('TYPE', pair, 'none'),
  resembles: ({ from, to }) =>
    2 * to.attrs.values.filter((value) => from.attrs.values.includes(value)).length >= from.attrs.values.length,
  claims: ({ id }) => [`type ${dotted(id.schema, id.name)}`],
  parts: labels,
})

export const enumKey = (schema: string, name: string) => key('enum', schema, name)

const createType = ({ id, attrs }: Enum): Draft => ({
  sql: `CREATE TYPE ${dotted(id.schema, id.name)} AS ENUM(${attrs.values.map(literal).join(', ')})`,
  lock: 'none',
  unless: typeExists(id.schema, id.name),
})

/** One ADD VALUE a new label, where all the old ones stay in their order; else undefined. */
function additions({ from, to }: Pair<Enum>): readonly Draft[] | undefined {
  const old = from.attrs.values
  if (!onlyAdds({ from: old, to: to.attrs.values })) return undefined
  const name = dotted(to.id.schema, to.id.name)
  const present = new Set(old)
  return to.attrs.values.flatMap((value, i) => {
    if (present.has(value)) return []
    const next = to.attrs.values.slice(i + 1).find((later) => present.has(later))
    present.add(value)
    const place = next === undefined ? '' : ` BEFORE ${literal(next)}`
    return [{ sql: `ALTER TYPE ${name} ADD VALUE ${literal(value)}${place}`, lock: 'none' } as const]
  })
}

/** A label cannot be removed or moved (manual, ALTER TYPE): a new type takes the name, and the columns go over to it. */
function remake({ from, to }: Pair<Enum>, view: View): readonly Draft[] {
  const k = keyOf(to)
  const name = sqlName(k)
  const old = asideName(to.id.name)
  const users = [...view.from].filter(column.is).flatMap((was) => {
    const is = view.to.get(keyOf(was))
    return was.attrs.of === k && column.is(is) && isKept({ from: was, to: is }) ? [{ from: was, to: is }] : []
  })
  const kept = users.filter((c) => c.to.attrs.of === k)
  const removed = from.attrs.values.filter((value) => !to.attrs.values.includes(value))
  return [
    { sql: `ALTER TYPE ${name} RENAME TO ${ident(old)}`, lock: 'none', unless: hasLabels(name, to.attrs.values) },
    createType(to),
    ...kept.map(({ from: was, to: is }) => ({
      ...retype({ from: { ...was, attrs: { ...was.attrs, of: enumKey(to.id.schema, old) } }, to: is }, view.to),
      conditions: removed.length ? stillUsed(is, removed, view) : [],
    })),
    ...users.filter((c) => !kept.includes(c)).map((c) => park(c, view.to)),
    { sql: `DROP TYPE ${dotted(to.id.schema, old)}`, lock: 'none' },
  ]
}

/** A generated column is made again, without a conversion. */
const isKept = ({ from, to }: Pair<Column>): boolean => from.attrs.generated === null && to.attrs.generated === null

/** A column that leaves for another type waits as text, so that labels which go do not stop it. */
const park = ({ from, to }: Pair<Column>, schema: Schema): Draft => {
  const draft = retype({ from, to: parked(from) }, schema)
  return { ...draft, unless: `${draft.unless} OR ${isTyped(to, schema)}` }
}

function stillUsed(object: Obj, removed: readonly string[], view: View): NonNullable<Draft['conditions']> {
  const before = view.before(keyOf(object))
  if (!column.is(before)) return []
  const { schema, table, name } = before.id
  const values = removed.map(literal).join(', ')
  const used = before.attrs.type ? `${ident(name)}::text[] && ARRAY[${values}]` : `${ident(name)}::text IN (${values})`
  return [
    {
      query: `SELECT count(*) FROM ${dotted(schema, table)} WHERE ${used}`,
      says: `rows of ${dotted(schema, table)} use ${values} in ${ident(name)}, which the enum ${ident(nameOf(before.attrs.of as Key))} no longer has`,
    },
  ]
}
