import { type Draft, kind, type View } from '../dialect/kind.ts'
import { type Key, key, keyOf, nameOf, type Obj, type Pair } from '../schema/object.ts'
import { column } from './column.ts'
import { createType } from './create-type.ts'
import { labels } from './enum-value.ts'
import { onlyAdds } from './enum-values.ts'
import { typeIs } from './exists.ts'
import { move } from './move.ts'
import { remake } from './remake.ts'
import { dotted, ident, literal } from './sql/quote.ts'
import { standing } from './standing.ts'

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
      alter: (pair, view) => additions(pair) ?? remakeEnum(pair, view),
    },
  },
  create: (object, view) => [createType(object, view)],
  drop: ({ id }) => [{ sql: `DROP TYPE ${dotted(id.schema, id.name)}`, lock: 'none' }],
  rename: (pair) => move('TYPE', pair, 'none'),
  stands: ({ id }) => typeIs('e', id),
  resembles: ({ from, to }) =>
    2 * to.attrs.values.filter((value) => from.attrs.values.includes(value)).length >= from.attrs.values.length,
  claims: ({ id }) => [`type ${dotted(id.schema, id.name)}`],
  parts: labels,
})

export const enumKey = (schema: string, name: string) => key('enum', schema, name)

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

/** A label cannot be removed or moved (manual, ALTER TYPE). */
function remakeEnum({ from, to }: Pair<Enum>, view: View): readonly Draft[] {
  const { schema, name } = from.id
  const before = (value: string) => view.before(key(labels.kind, schema, name, value))?.id.name ?? value
  const removed = from.attrs.values.filter((value) => !to.attrs.values.includes(value)).map(before)
  return remake(keyOf(to), view, (pair) => (removed.length > 0 ? stillUsed(pair.to, removed, view) : []))
}

function stillUsed(object: Obj, removed: readonly string[], view: View): NonNullable<Draft['conditions']> {
  const before = standing(keyOf(object), view)
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
