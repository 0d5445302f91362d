/**
 * What becomes of a value.
 *
 * - `binary`: it stays as it is stored, so the table is not written again
 * - `total`: every value has a counterpart
 * - `partial`: the statement fails on a value whose text the new type does not take
 * - `judged`: it fails on some values, and only the cast itself can tell which
 */
export type Effect = 'binary' | 'total' | 'partial' | 'judged'

/** A cast that ALTER COLUMN makes without USING: implicit or assignment. */
export interface Cast {
  readonly effect: Effect
  /** What of the values is gone without a failure. */
  readonly loses?: string
}

const digits = 'digits of numbers'

/** pg_cast of 14 to 18 and of pgvector, in pg_type's names: from each of these, to each of those. */
const facts: readonly (readonly [from: string, to: string, effect: Effect, loses?: string])[] = [
  ['int2', 'int4 int8 numeric float4 float8', 'total'],
  ['int4', 'int8 numeric float8', 'total'],
  ['int8', 'numeric', 'total'],
  ['int4 int8', 'int2', 'partial'],
  ['int8', 'int4', 'partial'],
  ['int4 int8', 'float4', 'total', digits],
  ['int8', 'float8', 'total', digits],
  ['numeric float4 float8', 'int2 int4 int8', 'partial', 'the fractions of numbers'],
  ['float4', 'float8', 'total'],
  ['float4 float8', 'numeric', 'total', digits],
  ['numeric', 'float4 float8', 'partial', digits],
  ['float8', 'float4', 'partial', digits],
  ['int4 int8', 'money', 'judged'],
  ['numeric', 'money', 'judged', digits],
  ['money', 'numeric', 'total'],
  ['date', 'timestamp timestamptz', 'total'],
  ['timestamp', 'timestamptz', 'total'],
  ['timestamptz', 'timestamp', 'total'],
  ['timestamp timestamptz', 'date', 'total', 'the time of day'],
  ['timestamp timestamptz', 'time', 'total', 'the date'],
  ['timestamptz', 'timetz', 'total', 'the date'],
  ['time', 'timetz interval', 'total'],
  ['timetz', 'time', 'total', 'the time zone'],
  ['interval', 'time', 'total', 'whole days'],
  ['json', 'jsonb', 'partial', 'white space, key order and repeated keys of documents'],
  ['jsonb', 'json', 'total'],
  ['cidr', 'inet', 'binary'],
  ['inet', 'cidr', 'total', 'the host part of addresses'],
  ['macaddr', 'macaddr8', 'total'],
  ['macaddr8', 'macaddr', 'judged'],
  ['bit', 'varbit', 'binary'],
  ['varbit', 'bit', 'partial'],
  ['text', 'varchar citext', 'binary'],
  ['varchar', 'text citext', 'binary'],
  ['citext', 'text varchar', 'binary'],
  ['xml', 'text varchar', 'binary'],
  ['vector', 'halfvec', 'judged', digits],
  ['vector', 'sparsevec float4[]', 'total'],
  ['halfvec', 'vector sparsevec float4[]', 'total'],
  ['sparsevec', 'vector', 'judged'],
  ['sparsevec', 'halfvec', 'judged', digits],
  ['int4[] float4[]', 'vector sparsevec', 'judged'],
  ['float8[] numeric[]', 'vector sparsevec', 'judged', digits],
  ['int4[] float4[] float8[] numeric[]', 'halfvec', 'judged', digits],
]

const casts: ReadonlyMap<string, Cast> = new Map(
  facts.flatMap(([from, to, effect, loses]) =>
    from
      .split(' ')
      .flatMap((a) => to.split(' ').map((b) => [`${a} ${b}`, { effect, ...(loses && { loses }) }] as const)),
  ),
)

/** Types of category S: of every other type there is an assignment cast to them, by its text (manual, CREATE CAST). */
export const strings = ['text', 'varchar', 'bpchar', 'citext']

/** The cast from a type to another one, by their names; `[]` behind the name of an array. */
export function castOf(from: string, to: string): Cast | undefined {
  const known = casts.get(`${from} ${to}`)
  return known ?? (strings.includes(to) ? { effect: 'total' } : undefined)
}
