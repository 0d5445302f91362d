import { type Key, key, keyOf, kindOf, nameOf, namesOf, type Obj } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { ident, literal } from './quote.ts'

/** Literals, quoted and bare identifiers (manual 4.1); everything else is one character. */
const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$.*?\$\1\$|[\p{L}_][\p{L}\p{N}_$]*|./gsu

/** Kinds of whole objects that an expression can name by their own name. */
const wholes = [
  'table',
  'view',
  'materializedView',
  'sequence',
  'function',
  'enum',
  'domain',
  'composite',
  'range',
] as const
type Named = 'column' | (typeof wholes)[number]

const byName = new WeakMap<Schema, ReadonlyMap<string, readonly Key[]>>()

/**
 * The keys that a text may refer to: tables, views, functions, sequences and types of a name that stands in it, and columns of the
 * owner's table and of those tables. It says too much rather than too little: it knows no scopes. Names inside string
 * literals count, since `nextval('orders_seq')` refers by text. `kinds` are those that such a text can refer to at all:
 * the manual lets no check, default or index expression look into another table.
 */
export function namesIn(text: string, owner: Obj, schema: Schema, kinds: readonly Named[]): readonly Key[] {
  const names = new Set(identifiers(text))
  const found = new Set<Key>()
  const tables = new Set(owner.parent && kinds.includes('column') ? [owner.parent] : [])
  for (const name of names)
    for (const k of index(schema).get(name) ?? []) {
      const kind = kindOf(k) as Named
      if (kinds.includes(kind)) found.add(k)
      if (kind === 'table' && kinds.includes('table')) tables.add(k)
    }
  for (const table of tables)
    for (const name of names) {
      const column = key('column', ...namesOf(table), name)
      if (schema.has(column)) found.add(column)
    }
  return [...found]
}

/**
 * The text with every name that spells a renamed object replaced, where the owner or the text places it; and every literal
 * that is a renamed label, where the owner has to do with its enum.
 */
export function renameInText(text: string, renamed: ReadonlyMap<Key, Key>, owner: Obj, schema: Schema): string {
  const present = new Set(identifiers(text))
  const names = new Map<string, string>()
  const labels = new Map<string, string>()
  for (const [from, to] of renamed) {
    if (kindOf(from) === 'role') continue // no expression names one
    const scope = namesOf(from).slice(0, -1)
    if (kindOf(from) === 'enumValue') {
      if (meets(owner, key('enum', ...scope), schema)) labels.set(nameOf(from), nameOf(to))
      continue
    }
    const placed = owner.parent?.endsWith(key('', ...scope)) || scope.length < 2 || present.has(scope.at(-1)!)
    if (placed && present.has(nameOf(from))) names.set(nameOf(from), nameOf(to))
  }
  if (names.size === 0 && labels.size === 0) return text
  return text.replace(token, (part) => {
    if (part.startsWith("'")) {
      const label = labels.get(part.slice(1, -1).replaceAll("''", "'"))
      return label === undefined ? part : literal(label)
    }
    const to = names.get(nameIn(part) ?? '')
    return to === undefined ? part : part.startsWith('"') || !/^[a-z_][a-z0-9_]*$/.test(to) ? ident(to) : to
  })
}

/** Is it of this enum? A text that is no default may also speak of what stands beside its owner. */
const meets = ({ kind, attrs, refs, parent }: Obj, type: Key, schema: Schema): boolean =>
  refs.includes(type) ||
  (parent !== undefined &&
    !(kind === 'column' && attrs.generated === null) &&
    schema.children(parent).some((beside) => beside.refs.includes(type)))

function* identifiers(text: string): Iterable<string> {
  for (const [part] of text.matchAll(token)) {
    if (part.startsWith("'")) yield* identifiersIn(part.slice(1, -1).replaceAll("''", "'"))
    else {
      const name = nameIn(part)
      if (name !== undefined) yield name
    }
  }
}

/** A literal may spell a path: `nextval('"Shop".numbers')`. */
const identifiersIn = (path: string): readonly string[] =>
  Array.from(path.matchAll(/"(?:[^"]|"")*"|[^".]+/gs), ([part]) =>
    part.startsWith('"') ? nameIn(part)! : part.toLowerCase(),
  )

/** Unquoted names fold to lower case (manual 4.1.1). */
function nameIn(part: string): string | undefined {
  if (part.startsWith('"') && part.length > 1) return part.slice(1, -1).replaceAll('""', '"')
  return /^[\p{L}_]/u.test(part) ? part.toLowerCase() : undefined
}

function index(schema: Schema): ReadonlyMap<string, readonly Key[]> {
  const known = byName.get(schema)
  if (known) return known
  const map = new Map<string, Key[]>()
  for (const object of schema) {
    if (!wholes.some((kind) => kind === object.kind)) continue
    const { name } = object.id as { readonly name: string }
    map.set(name, [...(map.get(name) ?? []), keyOf(object)])
  }
  byName.set(schema, map)
  return map
}
