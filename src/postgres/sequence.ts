import { type Draft, type Field, kind } from '../dialect/kind.ts'
import { type Key, key, namesOf, type Obj, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { hasBounds, relationExists, relationIs } from './exists.ts'
import { integers, isWider } from './integers.ts'
import { move } from './move.ts'
import { dotted, literal } from './sql/quote.ts'

/** How a sequence counts. Numbers are text; `null`: the server's default. */
export type Counting = {
  readonly increment: string | null
  readonly start: string | null
  readonly min: string | null
  readonly max: string | null
  readonly cache: string | null
  readonly cycle: boolean
}

export type SequenceAttrs = Counting & {
  /** The type of its numbers. */
  readonly type: keyof typeof integers
}

/** A sequence of the type that nobody chose. */
export const ordinarySequence = { type: 'bigint' } as const

/** Behind an identity it has the type of the column. */
type Counter = Counting & Partial<Pick<SequenceAttrs, 'type'>>

type Sequence = Obj<'schema' | 'name', SequenceAttrs>

/** Type, bounds, direction and start are checked against each other, so one statement changes them all. */
const options = {
  with: ['type', 'increment', 'min', 'max', 'start', 'cache', 'cycle'],
  alter: ({ from, to }: Pair<Sequence>) => {
    const name = dotted(to.id.schema, to.id.name)
    return alterOptions({ from: from.attrs, to: to.attrs }, name, (changed) => ({
      sql: `ALTER SEQUENCE ${name} ${changed.join(' ')}`,
      lock: 'share-row-exclusive',
    }))
  },
} as const satisfies Field<never, 'schema' | 'name', SequenceAttrs>

/** A sequence that is no part of a column (manual, CREATE SEQUENCE). Which column it goes with is an object of its own. */
export const sequence = kind<'schema' | 'name', SequenceAttrs>({
  name: 'sequence',
  word: 'sequence',
  holdsData: true,
  fields: {
    type: options,
    increment: options,
    min: options,
    max: options,
    start: options,
    cache: options,
    cycle: options,
  },
  create({ id, attrs }) {
    const type = attrs.type === ordinarySequence.type ? [] : [`AS ${attrs.type}`]
    const words = ['CREATE SEQUENCE', dotted(id.schema, id.name), ...type, ...sequenceOptions(attrs)]
    return [{ sql: words.join(' '), lock: 'none' }]
  },
  drop: ({ id }) => [
    {
      sql: `DROP SEQUENCE ${dotted(id.schema, id.name)}`,
      loses: `the sequence ${dotted(id.schema, id.name)} and the number it stands at`,
    },
  ],
  rename: (pair, { from }) => moveOwned(pair, from),
  stands: ({ id }) => relationIs('S', id),
  claims: ({ id }) => [`relation ${dotted(id.schema, id.name)}`],
})

/** One that goes with a column moves to another schema with the column's table, and never alone. */
function moveOwned(pair: Pair<Sequence>, state: Schema): readonly Draft[] {
  const { from, to } = pair
  const owner = state.get(key('sequenceOwner', to.id.schema, to.id.name))
  const lock = 'access-exclusive'
  if (!owner || from.id.schema === to.id.schema) return move('SEQUENCE', pair, lock)
  const isTaken = namesOf(owner.attrs.column as Key)[0] === to.id.schema
  if (!isTaken) return [disown(from.id), ...move('SEQUENCE', pair, lock)]
  const stays = { ...to, id: { ...to.id, schema: from.id.schema } }
  const isThere = [from, to].map(({ id }) => relationExists(id.schema, to.id.name)).join(' OR ')
  return move('SEQUENCE', { from, to: stays }, lock).map((draft) => ({ ...draft, unless: isThere }))
}

/** It goes with no column any more. */
export const disown = ({ schema, name }: Sequence['id']): Draft => ({
  sql: `ALTER SEQUENCE ${dotted(schema, name)} OWNED BY NONE`,
  lock: 'share-row-exclusive',
  unless: `NOT (${relationExists(schema, name)})`,
})

export const sequenceKey = (schema: string, name: string) => key('sequence', schema, name)

/** The options of CREATE SEQUENCE and of an identity, in drizzle-kit's order; what is the server's default is left out. */
export function sequenceOptions(of: Counting): string[] {
  return [
    of.increment === null ? '' : `INCREMENT BY ${of.increment}`,
    of.min === null ? '' : `MINVALUE ${of.min}`,
    of.max === null ? '' : `MAXVALUE ${of.max}`,
    of.start === null ? '' : `START WITH ${of.start}`,
    of.cache === null ? '' : `CACHE ${of.cache}`,
    of.cycle ? 'CYCLE' : '',
  ].filter(Boolean)
}

/**
 * Changes the options of a sequence by a statement that `alter` writes. It keeps the number it stands at; one outside the
 * new bounds is put inside first, which only bounds that hold both allow.
 */
export function alterOptions(
  { from, to }: Pair<Counter>,
  name: string,
  alter: (options: readonly string[]) => Draft,
): readonly Draft[] {
  const changed = changes({ from, to })
  if (changed.length === 0) return []
  const [was, is] = [bounds(from), bounds(to)]
  if (is.min <= was.min && was.max <= is.max) return [alter(changed)]
  const [min, max] = [(is.min < was.min ? is : was).min, (is.max > was.max ? is : was).max]
  const grows = to.type && from.type && isWider(to.type, from.type)
  const wide = [grows && `AS ${to.type}`, `MINVALUE ${min}`, `MAXVALUE ${max}`].filter((one) => typeof one === 'string')
  return [
    // It gets a new file by that, without which the new number would outlive a transaction that is rolled back.
    { ...alter(wide), unless: hasBounds(name, is) },
    { sql: `SELECT setval(${literal(name)}, ${inside({ from, to })}) FROM ${name}`, lock: 'row-exclusive' },
    alter(changed),
  ]
}

function changes({ from, to }: Pair<Counter>): string[] {
  // What the server takes for an open bound follows the direction.
  const turned = isDescending(from) !== isDescending(to)
  // A new type takes the ends of the old one along.
  const retyped = from.type !== to.type
  const [min, max] = [
    to.min === null ? 'NO MINVALUE' : `MINVALUE ${to.min}`,
    to.max === null ? 'NO MAXVALUE' : `MAXVALUE ${to.max}`,
  ]
  return [
    retyped && `AS ${to.type}`,
    from.increment !== to.increment && `INCREMENT BY ${to.increment ?? 1}`,
    (turned || retyped || from.min !== to.min) && min,
    (turned || retyped || from.max !== to.max) && max,
    (turned || startOf(from) !== startOf(to)) && `START WITH ${startOf(to)}`,
    from.cache !== to.cache && `CACHE ${to.cache ?? 1}`,
    from.cycle !== to.cycle && (to.cycle ? 'CYCLE' : 'NO CYCLE'),
  ].filter((one) => one !== false)
}

const isDescending = ({ increment }: Counter): boolean => increment?.startsWith('-') ?? false

function bounds(of: Counter): { readonly min: bigint; readonly max: bigint } {
  const { min, max } = integers[of.type ?? ordinarySequence.type]
  return {
    min: BigInt(of.min ?? (isDescending(of) ? min : 1)),
    max: BigInt(of.max ?? (isDescending(of) ? -1 : max)),
  }
}

const startOf = (of: Counter): string => of.start ?? String(isDescending(of) ? bounds(of).max : bounds(of).min)

/** Where a sequence with new bounds stands: at the start where no number was given out, else at the nearer bound; beyond the far one there is none left. */
export function inside({ from, to }: Pair<Counter>): string {
  const { min, max } = bounds(to)
  const low = min > bounds(from).min && `last_value >= ${min}`
  const high = max < bounds(from).max && `last_value <= ${max}`
  if (!low && !high) return 'last_value, is_called'
  const fits = [low, high].filter(Boolean).join(' AND ')
  const bound = low && high ? `WHEN last_value < ${min} THEN ${min} ELSE ${max}` : `ELSE ${low ? min : max}`
  const number = `CASE WHEN ${fits} THEN last_value WHEN NOT is_called THEN ${startOf(to)} ${bound} END`
  return `${number}, ${['is_called', isDescending(to) ? high : low].filter(Boolean).join(' AND ')}`
}
