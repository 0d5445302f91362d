/** What a value must fit besides its type. */
export interface Fit {
  readonly labels: readonly string[] | null
  /** Numbers, or the length of a text. */
  readonly min?: number
  readonly max?: number
  /** The only texts that are allowed. */
  readonly oneOf?: readonly string[]
}

/**
 * The text of a made-up value of a type; another one for every `n` from 1 where the type has so many. Undefined for a type
 * that nobody has made up a value for. `element` is the type as format_type writes it, `base` its name in pg_type.
 */
export function makeValue(base: string, element: string, n: number, name: string, fit: Fit): string | undefined {
  const only = fit.labels ?? fit.oneOf
  if (only?.length) return only[(n - 1) % only.length]!
  const make = makers[base]
  return make?.(n, { name, fit, args: argumentsOf(element) })
}

interface Context {
  readonly name: string
  readonly fit: Fit
  /** `numeric(12,2)` → [12, 2] */
  readonly args: readonly number[]
}

type Maker = (n: number, context: Context) => string

const argumentsOf = (type: string): number[] =>
  (/\(([\d,-]+)\)/.exec(type)?.[1] ?? '').split(',').filter(Boolean).map(Number)

const whole: Maker = (n, { fit: { min, max } }) =>
  String(within(n, min === undefined ? undefined : Math.ceil(min), max === undefined ? undefined : Math.floor(max)))

const float: Maker = (n, { fit: { min, max } }) =>
  String(min !== undefined && max !== undefined ? min + ((max - min) * (n % 16)) / 16 : within(n, min, max) + 0.5)

/** Counts up from the least value allowed, and around where the greatest is reached. */
function within(n: number, min: number | undefined, max: number | undefined): number {
  if (min === undefined && max === undefined) return n
  const least = min ?? Math.min(0, max! - 1000)
  return max === undefined ? least + n : least + (n % (Math.max(max - least, 0) + 1))
}

const numeric: Maker = (n, { args: [precision = 30, scale = 1], fit }) => {
  if (fit.min !== undefined || fit.max !== undefined)
    return Number(float(n, { name: '', args: [], fit })).toFixed(scale)
  const digits = precision - scale
  const before = digits > 0 ? n % 10 ** Math.min(digits, 9) : 0
  return scale > 0
    ? `${before}.${String(digits > 0 ? 5 : n)
        .padEnd(scale, '0')
        .slice(0, scale)}`
    : String(before)
}

const text: Maker = (n, { name, args: [length = Number.POSITIVE_INFINITY], fit }) => {
  const room = Math.min(length, fit.max ?? Number.POSITIVE_INFINITY)
  const made = /mail/i.test(name) ? `user${n}@example.com` : `${name} ${n}`
  const fitting =
    made.length <= room
      ? made
      : room > String(n).length
        ? `${made.slice(0, room - String(n).length)}${n}`
        : String(n).slice(-Math.max(room, 0))
  return fitting.padEnd(Math.min(fit.min ?? 0, room), 'x')
}

const bits: Maker = (n, { args: [length = 1] }) => n.toString(2).padStart(length, '0').slice(-length)
const hex = (n: number, length: number) => n.toString(16).padStart(length, '0')
const day = (n: number) => `2024-01-${String(1 + (n % 28)).padStart(2, '0')}`
const clock = (n: number) => `${String(n % 24).padStart(2, '0')}:30:00`
const vector: Maker = (n, { args: [dimensions = 3] }) =>
  `[${Array.from({ length: dimensions }, (_, i) => ((n + i) % 9) + 1)}]`
const range = (bound: (n: number) => string | number) => (n: number) => `[${bound(n)},${bound(n + 1)})`
const many =
  (one: Maker): Maker =>
  (n, context) =>
    `{${one(n, context)}}`

const ranges: Readonly<Record<string, Maker>> = {
  int4range: range((n) => n),
  int8range: range((n) => n),
  numrange: range((n) => n),
  daterange: range(day),
  tsrange: range(day),
  tstzrange: range((n) => `${day(n)} 00:00:00+00`),
}

/** By the name in pg_type. */
const makers: Readonly<Record<string, Maker>> = {
  int2: whole,
  int4: whole,
  int8: whole,
  oid: whole,
  float4: float,
  float8: float,
  numeric,
  money: float,
  bool: (n) => String(n % 2 === 1),
  text,
  varchar: text,
  bpchar: text,
  citext: text,
  name: text,
  char: (n) => String.fromCharCode(97 + (n % 26)),
  uuid: (n) => `00000000-0000-4000-8000-${hex(n, 12)}`,
  date: day,
  timestamp: (n) => `${day(n)} ${clock(n)}`,
  timestamptz: (n) => `${day(n)} ${clock(n)}+00`,
  time: clock,
  timetz: (n) => `${clock(n)}+00`,
  interval: (n) => `${n} days`,
  json: (n) => `{"n": ${n}}`,
  jsonb: (n) => `{"n": ${n}}`,
  jsonpath: (n) => `$.a${n}`,
  xml: (n) => `<n>${n}</n>`,
  bytea: (n) => `\\x${hex(n, 4)}`,
  inet: (n) => `192.0.2.${n % 256}`,
  cidr: (n) => `198.51.${n % 256}.0/24`,
  macaddr: (n) => `08:00:2b:01:02:${hex(n % 256, 2)}`,
  macaddr8: (n) => `08:00:2b:01:02:03:04:${hex(n % 256, 2)}`,
  bit: bits,
  varbit: bits,
  point: (n) => `(${n},${n})`,
  line: (n) => `{1,2,${n}}`,
  lseg: (n) => `[(0,0),(${n},${n})]`,
  box: (n) => `(${n},${n}),(0,0)`,
  path: (n) => `[(0,0),(${n},${n})]`,
  polygon: (n) => `((0,0),(${n},0),(0,${n}))`,
  circle: (n) => `<(0,0),${n}>`,
  tsvector: (n) => `word${n}`,
  tsquery: (n) => `word${n}`,
  pg_lsn: (n) => `0/${hex(n, 1)}`,
  vector,
  halfvec: vector,
  sparsevec: (n, { args: [dimensions = 3] }) => `{1:${n}}/${dimensions}`,
  hstore: (n) => `n=>${n}`,
  ltree: (n) => `top.n${n}`,
  cube: (n) => `(${n})`,
  ...ranges,
  ...Object.fromEntries(
    Object.entries(ranges).map(([name, make]) => [name.replace('range', 'multirange'), many(make)]),
  ),
}
