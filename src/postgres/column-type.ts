import { type Key, namesOf, type Pair } from '../schema/object.ts'
import { dotted } from './quote.ts'

/** What of a column its type is made of. */
interface Typed {
  readonly type: string
  readonly enum: Key | null
}

/** Types whose values differ only in size, from narrow to wide. */
const integers = ['smallint', 'integer', 'bigint']
const numbers = [...integers, 'numeric', 'real', 'double precision']
const strings = ['text', 'varchar', 'char', 'citext']
const moments = ['date', 'timestamp', 'timestamp with time zone']
const families = [numbers, moments, ['time', 'time with time zone'], ['json', 'jsonb']]

const serials: Readonly<Record<string, string>> = { smallserial: 'smallint', serial: 'integer', bigserial: 'bigint' }

/** How `format_type` and SQL spell what Drizzle spells shorter. */
const aliases: Readonly<Record<string, string>> = {
  'character varying': 'varchar',
  character: 'char',
  'timestamp without time zone': 'timestamp',
  'time without time zone': 'time',
  decimal: 'numeric',
  int: 'integer',
}

/** A type without what only CREATE understands: `serial` is `integer` with a sequence. */
export const baseType = (type: string): string => serials[type] ?? type

/** The type as SQL. `base`: as ALTER COLUMN takes it, where `serial` is no type. */
export function sqlType(of: Typed, base = false): string {
  if (of.enum) return `${dotted(...namesOf(of.enum))}${of.type}`
  return base ? baseType(of.type) : of.type
}

/** `numeric(10, 2)[]` → name `numeric`, arguments [10, 2], dimensions `[]`; a time zone belongs to the name. */
function parse(type: string): { name: string; args: readonly number[]; dimensions: string } {
  const [, dimensions = ''] = /((?:\[\d*\])*)$/.exec(type) ?? []
  const element = type.slice(0, type.length - dimensions.length)
  const args = /\(([\d\s,]+)\)/.exec(element)?.[1] ?? ''
  const name = element
    .replace(/\s*\([^)]*\)/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
  return { name: aliases[name] ?? baseType(name), args: args.split(',').filter(Boolean).map(Number), dimensions }
}

/** How a type becomes another one. */
export interface Conversion {
  /** There is no assignment cast, so the statement needs USING. */
  readonly using: boolean
  /** The table is written again (measured on 18; the manual's notes on ALTER TABLE). */
  readonly rewrites: boolean
  /** Some values may not fit: the statement fails on them. */
  readonly fails: boolean
  /** Values change for good without a failure. */
  readonly loses: string | undefined
}

/** What a change of type does, by the kinds of casts of the manual's chapter 10 and CREATE CAST. */
export function conversion({ from, to }: Pair<Typed>): Conversion {
  if (from.enum || to.enum) {
    const toText = !to.enum && strings.includes(parse(to.type).name)
    return { using: !toText, rewrites: true, fails: !toText, loses: undefined }
  }
  const [a, b] = [parse(from.type), parse(to.type)]
  const known = a.dimensions === b.dimensions
  const family = families.find((f) => f.includes(a.name) && f.includes(b.name))
  const isString = strings.includes(b.name)
  const widens = known && isWider(a, b)
  return {
    using: !(known && (a.name === b.name || family || isString)) && !widens,
    rewrites: !isSame(a, b) && !(widens && !integers.includes(b.name) && b.dimensions === ''),
    fails: !widens && !isSame(a, b) && !(isString && b.args.length === 0) && !(family === moments),
    loses: widens || isSame(a, b) ? undefined : lost(a.name, b.name, a.args, b.args),
  }
}

/** Explicit casts of the system catalog (pg_cast), besides those from and to strings. */
function hasCast(a: string, b: string): boolean {
  if (a === b || strings.includes(a) || strings.includes(b) || families.some((f) => f.includes(a) && f.includes(b)))
    return true
  if (a === 'jsonb') return b === 'boolean' || numbers.includes(b)
  return (a === 'integer' && b === 'boolean') || (a === 'boolean' && b === 'integer')
}

type Parsed = ReturnType<typeof parse>

const isSame = (a: Parsed, b: Parsed): boolean =>
  a.name === b.name && a.dimensions === b.dimensions && a.args.join() === b.args.join()

/** Every value of the one is a value of the other. */
function isWider(a: Parsed, b: Parsed): boolean {
  if (strings.includes(a.name) && b.name === 'text') return a.name !== 'char'
  if (a.name === 'varchar' && b.name === 'varchar')
    return b.args.length === 0 || (a.args[0] ?? Number.POSITIVE_INFINITY) <= b.args[0]!
  if (a.name === 'text' && b.name === 'varchar') return b.args.length === 0
  if (integers.includes(a.name) && integers.includes(b.name)) return integers.indexOf(a.name) < integers.indexOf(b.name)
  if (a.name === b.name && isTimed(a.name)) return (a.args[0] ?? 6) <= (b.args[0] ?? 6)
  if (a.name !== 'numeric' || b.name !== 'numeric') return false
  if (b.args.length === 0) return true
  if (a.args.length === 0) return false
  const [precision = 0, scale = 0] = a.args
  const [wider = 0, same = 0] = b.args
  return scale === same && precision <= wider
}

/** Precision counts the digits of a second, 6 where none is given. */
const isTimed = (name: string): boolean => /^(timestamp|time|interval)\b/.test(name)

/** Digits and parts that an assignment cast drops without a word. */
function lost(a: string, b: string, from: readonly number[], to: readonly number[]): string | undefined {
  if (!integers.includes(a) && numbers.includes(a) && integers.includes(b)) return 'the fractions of numbers'
  if (
    b === 'numeric' &&
    numbers.includes(a) &&
    !integers.includes(a) &&
    to.length &&
    (to[1] ?? 0) < (from[1] ?? Number.POSITIVE_INFINITY)
  )
    return 'digits after the decimal point'
  if ((a === 'double precision' || a === 'numeric') && b === 'real') return 'digits of numbers'
  if (a === 'numeric' && b === 'double precision') return 'digits of numbers'
  if (a.startsWith('timestamp') && b === 'date') return 'the time of day'
  if (a === b && isTimed(a) && (to[0] ?? 6) < (from[0] ?? 6)) return 'fractions of seconds'
  if (a === 'json' && b === 'jsonb') return 'white space, key order and repeated keys of documents'
  return undefined
}

/** The expression of USING. Where there is no cast, as between two enums, the way leads through text. */
export function castText(name: string, from: Typed, to: Typed): string {
  const [a, b] = [parse(from.type), parse(to.type)]
  const through =
    from.enum || !(to.enum ? strings.includes(a.name) : hasCast(a.name, b.name)) ? `::text${a.dimensions}` : ''
  return `${name}${through}::${sqlType(to, true)}`
}
