import { type Key, namesOf } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { placed } from './names.ts'
import { dotted, ident } from './sql/quote.ts'

/** What of a column its type is made of. */
export interface Typed {
  readonly type: string
  readonly of: Key | null
  /** Of a domain: what its values are of, and whether it looks at each of them. */
  readonly domain?: { readonly ground: Typed; readonly strict: boolean }
  /** Of a composite type: its attributes. */
  readonly row?: readonly { readonly name: string; readonly typed: Typed }[]
}

const serials: Readonly<Record<string, string>> = { smallserial: 'smallint', serial: 'integer', bigserial: 'bigint' }

/** How pg_type names what SQL, `format_type` and Drizzle spell at more length. */
const shortNames: Readonly<Record<string, string>> = {
  smallint: 'int2',
  integer: 'int4',
  int: 'int4',
  bigint: 'int8',
  decimal: 'numeric',
  real: 'float4',
  'double precision': 'float8',
  boolean: 'bool',
  character: 'bpchar',
  char: 'bpchar',
  'character varying': 'varchar',
  'bit varying': 'varbit',
  'time without time zone': 'time',
  'time with time zone': 'timetz',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz',
}

/** Types of the server itself, in pg_type's words, that a column is likely to have. */
const builtIn = new Set(
  `bit bool box bpchar bytea cidr circle date float4 float8 inet int2 int4 int8 interval json jsonb line lseg macaddr macaddr8
  money name numeric oid path point polygon text time timestamp timestamptz timetz tsquery tsvector uuid varbit varchar xml
  int4range int8range numrange tsrange tstzrange daterange`.split(/\s+/),
)

/** A type without what only CREATE understands: `serial` is `integer` with a sequence. */
export const baseType = (type: string): string => serials[type] ?? type

/** Is it a name of a type that every server has? */
export function isBuiltIn(name: string): boolean {
  const base = baseType(name.toLowerCase())
  return builtIn.has(shortNames[base] ?? base)
}

/** The type as SQL. `base`: as ALTER COLUMN takes it, where `serial` is no type. */
export function sqlType(of: Typed, base = false): string {
  if (of.of) return `${dotted(...namesOf(of.of))}${of.type}`
  return spelled(base ? baseType(of.type) : of.type)
}

/** The type as SQL, found under any search path. */
export const typeIn = (of: Typed, schema: Schema, base = false): string =>
  of.of ? sqlType(of, base) : placed(sqlType(of, base), schema)

interface Collated {
  readonly collation: string | null
}

export const collationClause = ({ collation }: Collated): string => (collation === null ? '' : ` COLLATE ${collation}`)

/** The type with its collation, as a column or a domain has it. */
export const typeClause = (of: Typed & Collated, base = false): string => `${sqlType(of, base)}${collationClause(of)}`

/**
 * A text that Drizzle puts together is not always SQL: the brackets of an array go before a collation, and the name of a
 * custom type (`MyType`) keeps its capitals, as it does in drizzle-kit.
 */
function spelled(type: string): string {
  const [, element, collation, dimensions] = /^(.+?)(\s+collate\s+.+?)((?:\[\d*\])+)$/i.exec(type) ?? []
  if (element) return `${element}${dimensions}${collation}`
  const [, name = '', brackets] = /^(\w*(?:[a-z]\w*[A-Z]|[A-Z]\w*[a-z])\w*)((?:\[\d*\])*)$/.exec(type) ?? []
  return name && !isBuiltIn(name) ? `${ident(name)}${brackets}` : type
}

/** A type in its parts. */
export interface Parsed {
  /** As pg_type names it; the key of an enum. */
  readonly name: string
  /** `numeric(10, 2)` has 10 and 2, `geometry(point)` has `point`. */
  readonly args: readonly string[]
  /** The finest unit that an interval keeps; `second` of all other types. */
  readonly unit: string
  readonly array: boolean
}

/** Sizes of arrays and collations are left out: the server ignores the one, and values do not depend on the other. */
export function parse(of: Typed): Parsed {
  if (of.domain) return parse(of.domain.ground)
  const array = /\[\d*\](?:\s+collate\s.+)?$/i.test(of.type)
  if (of.of) return { name: of.of, args: [], unit: 'second', array }
  const [element] = of.type.split(/\[\d*\]|\s+collate\s/i) as [string]
  const args = /\(([^)]*)\)/.exec(element)?.[1] ?? ''
  const words = element
    .replace(/\s*\([^)]*\)/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
  const [, fields] = /^interval(?: (.+))?$/.exec(words) ?? []
  const base = fields ? 'interval' : baseType(words)
  const name = shortNames[base] ?? base
  const unit = fields?.split(' ').at(-1) ?? 'second'
  // `char` is `char(1)`, and so is `bit` (manual 8.3, 8.10); what has no limit is `bpchar`.
  const one = words !== 'bpchar' && (name === 'bpchar' || name === 'bit') && !args
  return {
    name,
    args: one
      ? ['1']
      : args
          .split(',')
          .map((arg) => arg.trim())
          .filter(Boolean),
    unit,
    array,
  }
}

/** The type of an array's elements. */
export const elementOf = ({ type, domain, ...typed }: Typed): Typed => ({
  ...typed,
  type: type.replace(/(?:\[\d*\])+/, ''),
  ...(domain && { domain: { ...domain, ground: elementOf(domain.ground) } }),
})
