import { type Draft, type Field, kind } from '../dialect/kind.ts'
import { key, type Obj, type Pair } from '../schema/object.ts'
import { hasBounds } from './exists.ts'
import { move } from './move.ts'
import { dotted, literal } from './quote.ts'

/** A sequence that no column owns. Numbers are text; `null`: the server's default. */
export type SequenceAttrs = {
  readonly increment: string | null
  readonly start: string | null
  readonly min: string | null
  readonly max: string | null
  readonly cache: string | null
  readonly cycle: boolean
}

type Sequence = Obj<'schema' | 'name', SequenceAttrs>

/** Bounds, direction and start are checked against each other, so one statement changes them all. */
const options = {
  with: ['increment', 'min', 'max', 'start', 'cache', 'cycle'],
  alter: ({ from, to }: Pair<Sequence>) => {
    const name = dotted(to.id.schema, to.id.name)
    return alterOptions({ from: from.attrs, to: to.attrs }, name, (changed) => ({
      sql: `ALTER SEQUENCE ${name} ${changed.join(' ')}`,
      lock: 'share-row-exclusive',
    }))
  },
} as const satisfies Field<never, 'schema' | 'name', SequenceAttrs>

/** A sequence (manual, CREATE SEQUENCE). */
export const sequence = kind<'schema' | 'name', SequenceAttrs>({
  name: 'sequence',
  word: 'sequence',
  holdsData: true,
  fields: { increment: options, min: options, max: options, start: options, cache: options, cycle: options },
  create: ({ id, attrs }) => [
    { sql: ['CREATE SEQUENCE', dotted(id.schema, id.name), ...sequenceOptions(attrs)].join(' '), lock: 'none' },
  ],
  drop: ({ id }) => [
    {
      sql: `DROP SEQUENCE ${dotted(id.schema, id.name)}`,
      loses: `the sequence ${dotted(id.schema, id.name)} and the number it stands at`,
    },
  ],
  rename: (pair) => move('SEQUENCE', pair, 'access-exclusive'),
  claims: ({ id }) => [`relation ${dotted(id.schema, id.name)}`],
})

export const sequenceKey = (schema: string, name: string) => key('sequence', schema, name)

/** The options of CREATE SEQUENCE and of an identity, in drizzle-kit's order; what is the server's default is left out. */
export function sequenceOptions(of: SequenceAttrs): string[] {
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
  { from, to }: Pair<SequenceAttrs>,
  name: string,
  alter: (options: readonly string[]) => Draft,
): readonly Draft[] {
  const changed = changes({ from, to })
  if (changed.length === 0) return []
  const [was, is] = [bounds(from), bounds(to)]
  if (is.min <= was.min && was.max <= is.max) return [alter(changed)]
  const [min, max] = [(is.min < was.min ? is : was).min, (is.max > was.max ? is : was).max]
  return [
    // It gets a new file by that, without which the new number would outlive a transaction that is rolled back.
    { ...alter([`MINVALUE ${min}`, `MAXVALUE ${max}`]), unless: hasBounds(name, is) },
    { sql: `SELECT setval(${literal(name)}, ${inside({ from, to })}) FROM ${name}`, lock: 'row-exclusive' },
    alter(changed),
  ]
}

function changes({ from, to }: Pair<SequenceAttrs>): string[] {
  // What the server takes for an open bound follows the direction.
  const turned = isDescending(from) !== isDescending(to)
  const [min, max] = [
    to.min === null ? 'NO MINVALUE' : `MINVALUE ${to.min}`,
    to.max === null ? 'NO MAXVALUE' : `MAXVALUE ${to.max}`,
  ]
  return [
    from.increment !== to.increment && `INCREMENT BY ${to.increment ?? 1}`,
    (turned || from.min !== to.min) && min,
    (turned || from.max !== to.max) && max,
    (turned || startOf(from) !== startOf(to)) && `START WITH ${startOf(to)}`,
    from.cache !== to.cache && `CACHE ${to.cache ?? 1}`,
    from.cycle !== to.cycle && (to.cycle ? 'CYCLE' : 'NO CYCLE'),
  ].filter((one) => one !== false)
}

const isDescending = ({ increment }: SequenceAttrs): boolean => increment?.startsWith('-') ?? false

const bounds = (of: SequenceAttrs): { readonly min: bigint; readonly max: bigint } => ({
  min: BigInt(of.min ?? (isDescending(of) ? -(2n ** 63n) : 1)),
  max: BigInt(of.max ?? (isDescending(of) ? -1 : 2n ** 63n - 1n)),
})

const startOf = (of: SequenceAttrs): string => of.start ?? String(isDescending(of) ? bounds(of).max : bounds(of).min)

/** Where a sequence with new bounds stands: at the start where no number was given out, else at the nearer bound; beyond the far one there is none left. */
export function inside({ from, to }: Pair<SequenceAttrs>): string {
  const { min, max } = bounds(to)
  const low = min > bounds(from).min && `last_value >= ${min}`
  const high = max < bounds(from).max && `last_value <= ${max}`
  if (!low && !high) return 'last_value, is_called'
  const fits = [low, high].filter(Boolean).join(' AND ')
  const bound = low && high ? `WHEN last_value < ${min} THEN ${min} ELSE ${max}` : `ELSE ${low ? min : max}`
  const number = `CASE WHEN ${fits} THEN last_value WHEN NOT is_called THEN ${startOf(to)} ${bound} END`
  return `${number}, ${['is_called', isDescending(to) ? high : low].filter(Boolean).join(' AND ')}`
}
