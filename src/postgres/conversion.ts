import type { Pair } from '../schema/object.ts'
import { type Cast, castOf, type Effect, strings } from './casts.ts'
import { elementOf, isBuiltIn, type Parsed, parse, sqlType, type Typed } from './column-type.ts'
import { carried, modified } from './modifier.ts'
import { ident } from './sql/quote.ts'

/** How the values of a column become values of another type. */
export interface Conversion {
  /** The expression of USING, where ALTER COLUMN makes no cast by itself. */
  readonly using: string | undefined
  /** The table is written again (measured on 18; the manual's notes on ALTER TABLE). */
  readonly rewrites: boolean
  /** What of the values is gone without a failure. */
  readonly loses: string | undefined
  /** The text of a value and the type that has to take it, or the statement fails. */
  readonly check: { readonly text: string; readonly type: Typed } | undefined
}

/** What a change of type does to an expression of the old one: the column's quoted name. */
export function conversion(pair: Pair<Typed>, value: string): Conversion {
  const [a, b] = [parse(pair.from), parse(pair.to)]
  const rows = a.name === b.name || a.array !== b.array ? undefined : rowsOf(pair)
  if (rows) return { ...byAttributes(rows, pair, value), rewrites: true }
  const cast = assignment(a, b)
  if (!cast) return { ...asked(pair, a, b, value), rewrites: true }
  const text = a.name === 'money' ? `${value}::numeric::text` : `${value}::text`
  const fails = isWhole(b) ? whole(a, value, pair.to) : check(text, pair.to)
  return {
    using: undefined,
    rewrites: cast.effect !== 'binary' || looksAtEach(pair),
    loses: cast.loses,
    check: cast.effect === 'partial' ? fails : undefined,
  }
}

type Row = NonNullable<Typed['row']>

const below = ({ row, domain }: Typed): Row | undefined => row ?? domain?.ground.row

/** The attributes of two composite types. */
function rowsOf({ from, to }: Pair<Typed>): Pair<Row> | undefined {
  const [was, is] = [below(from), below(to)]
  return was && is && { from: was, to: is }
}

/** Have they the same attributes in the same order, all the way down? Then the text of one is the text of the other. */
export function isAlike(pair: Pair<Typed>): boolean {
  const rows = rowsOf(pair)
  return (
    !rows ||
    (rows.from.length === rows.to.length &&
      rows.from.every(
        ({ name, typed }, i) => name === rows.to[i]!.name && isAlike({ from: typed, to: rows.to[i]!.typed }),
      ))
  )
}

/** The attributes that the other type has not, all the way down. */
const goneIn = ({ from, to }: Pair<Row>): readonly string[] =>
  from.flatMap(({ name, typed }) => {
    const is = to.find((one) => one.name === name)
    const rows = is && rowsOf({ from: typed, to: is.typed })
    return is ? (rows ? goneIn(rows) : []) : [ident(name)]
  })

/** A value of another composite type has the attributes of the same names. Lists go by their text, or by a cast that was made for them. */
function byAttributes(rows: Pair<Row>, pair: Pair<Typed>, value: string): Omit<Conversion, 'rewrites'> {
  const gone = goneIn(rows)
  const loses = gone.length > 0 ? `the attribute${gone.length > 1 ? 's' : ''} ${gone.join(', ')} of values` : undefined
  const target = sqlType(pair.to, true)
  if (pair.to.type !== '')
    return { using: isAlike(pair) ? `${value}::text[]::${target}` : `${value}::${target}`, loses, check: undefined }
  const parts = rows.to.map(({ name, typed }) => {
    const was = rows.from.find((one) => one.name === name)
    const one = `(${value}).${ident(name)}`
    if (!was) return { using: 'NULL', loses: undefined, check: undefined }
    const made = conversion({ from: was.typed, to: typed }, one)
    return { ...made, using: made.using ?? one }
  })
  const row = `ROW(${parts.map(({ using }) => using).join(', ')})::${sqlType(pair.to.domain?.ground ?? pair.to)}`
  return {
    using: `CASE WHEN ${value} IS DISTINCT FROM NULL THEN ${row}${pair.to.domain ? `::${target}` : ''} END`,
    loses: loses ?? parts.find((one) => one.loses)?.loses,
    check: parts.find(({ check }) => check)?.check,
  }
}

/** Does a domain look at every value? The elements of an array of one are looked at even where it has no check. */
const looksAtEach = ({ from, to }: Pair<Typed>): boolean =>
  from.of !== to.of && ((to.domain?.strict ?? false) || /\]$/.test(to.type))

const effects: readonly Effect[] = ['binary', 'total', 'partial', 'judged']

/** What ALTER COLUMN makes by itself: a cast to the new type, and then its brackets. */
function assignment(a: Parsed, b: Parsed): Cast | undefined {
  if (a.name === b.name && a.array === b.array) return modified(a, b)
  const name = (of: Parsed) => (a.array && b.array ? of.name : `${of.name}${of.array ? '[]' : ''}`)
  const cast = castOf(name(a), name(b))
  const fitted = cast && modified(carried(a, b), b)
  if (!fitted) return undefined
  const least = a.array && cast.effect === 'binary' ? 'total' : cast.effect
  const effect = effects[Math.max(effects.indexOf(least), effects.indexOf(fitted.effect))]!
  return { ...fitted, ...cast, effect }
}

/** What USING has to say. */
function asked(pair: Pair<Typed>, a: Parsed, b: Parsed, value: string): Omit<Conversion, 'rewrites'> {
  const target = sqlType(pair.to, true)
  const sure = { loses: undefined, check: undefined }
  if (isJson(b) && (a.array || !isText(a))) return { ...sure, using: `to_${b.name}(${value})` }
  if (b.array && !a.array) {
    const one = conversion({ from: pair.from, to: elementOf(pair.to) }, value)
    return { ...one, using: `CASE WHEN ${value} IS NULL THEN NULL ELSE ARRAY[${one.using ?? value}] END` }
  }
  if (a.array && !b.array) {
    const one = conversion({ from: elementOf(pair.from), to: pair.to }, `${value}[1]`)
    return { ...one, using: one.using ?? `${value}[1]`, loses: 'all but the first value of lists' }
  }
  if (a.name === 'bit' && b.name === 'bit') {
    const loses = Number(b.args[0]) < Number(a.args[0]) ? 'bits at the end' : undefined
    return { using: `${value}::${target}`, loses, check: undefined }
  }
  const brackets = a.array ? '[]' : ''
  // Only integer has casts from and to boolean.
  const middle = a.name === 'int4' || b.name === 'int4' ? '' : `::integer${brackets}`
  if (a.name === 'bool' && isNumber(b)) return { ...sure, using: `${value}${middle}::${target}` }
  if (isNumber(a) && b.name === 'bool') {
    const fits = ['int2', 'int4'].includes(a.name)
    const check = fits ? undefined : whole(a, value, { type: `integer${brackets}`, of: null })
    return { using: `${value}${middle}::${target}`, loses: 'numbers other than 0 and 1', check }
  }
  const text = isJson(a) ? `(${value} #>> '{}')` : `${value}::text${brackets}`
  const using = `${isPlain(a) ? value : text}::${target}`
  return { using, loses: undefined, check: check(a.array ? `${text}::text` : text, pair.to) }
}

/** The text of a `char` has spaces at its end until it is cast. */
const isPlain = (of: Parsed): boolean => isText(of) && of.name !== 'bpchar'
const isText = ({ name }: Parsed): boolean => strings.includes(name)
const isJson = ({ name, array }: Parsed): boolean => !array && (name === 'json' || name === 'jsonb')
const isFraction = ({ name }: Parsed): boolean => ['numeric', 'float4', 'float8'].includes(name)
const isWhole = ({ name }: Parsed): boolean => ['int2', 'int4', 'int8'].includes(name)
const isNumber = (of: Parsed): boolean => isFraction(of) || isWhole(of)

/** A number becomes a whole one by rounding, which the text of a list does not tell. */
function whole(a: Parsed, value: string, type: Typed): Conversion['check'] {
  if (!isFraction(a)) return check(`${value}::text`, type)
  return a.array ? undefined : check(`round(${value}::numeric)::text`, type)
}

/** The type that has to take a text. The input of one that an extension brings fails for good, so it cannot be asked. */
function check(text: string, type: Typed): Conversion['check'] {
  if (type.domain) return check(text, type.domain.ground)
  const { name, unit, array } = parse(type)
  if (!type.of && !isBuiltIn(name)) return undefined
  // A text becomes an interval as a whole, before fields are cut off.
  return { text, type: unit === 'second' ? type : { type: array ? 'interval[]' : 'interval', of: null } }
}
