import { type Parsed, parse } from './column-type.ts'

/** How SQL spells what pg_type names otherwise (format_type.c). */
const longNames: Readonly<Record<string, string>> = {
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  bool: 'boolean',
  bpchar: 'character',
  varchar: 'character varying',
  varbit: 'bit varying',
  time: 'time without time zone',
  timetz: 'time with time zone',
  timestamp: 'timestamp without time zone',
  timestamptz: 'timestamp with time zone',
}

/** A type of the server as its catalog spells it for a function, which knows no sizes: `varchar(20)[3]` is `character varying[]`. */
export function formatType(text: string): string {
  const { name, array } = parse({ type: text, of: null })
  const plain = text.replace(/\s*\([^)]*\)/g, '').replace(/(?:\s*\[\d*\])+$/, '')
  return `${longNames[name] ?? (/^[a-z_][a-z0-9_ ]*$/i.test(plain) ? plain.toLowerCase() : plain)}${array ? '[]' : ''}`
}

/** As its catalog spells it for a column, with the sizes: `varchar(20)` is `character varying(20)`. Not for an interval of few fields. */
export function formatSized({ name, args, array }: Parsed): string {
  const long = name === 'bpchar' && args.length === 0 ? name : (longNames[name] ?? name)
  const sizes = args.length > 0 ? `(${args.join(',')})` : ''
  const [, word, zone = ''] = /^(.+?)( with(?:out)? time zone)?$/.exec(long)!
  return `${word}${sizes}${zone}${array ? '[]' : ''}`
}
