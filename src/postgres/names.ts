import { type Key, key, keyOf, kindOf, nameOf, namesOf, type Obj } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { brings } from './extension-of.ts'
import { ident, literal, sqlName } from './sql/quote.ts'

/** Literals, quoted and bare identifiers (manual 4.1); everything else is one character. */
const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$.*?\$\1\$|[\p{L}_][\p{L}\p{N}_$]*|./gsu

/** Kinds of types that have a name and a key. */
export const types = ['enum', 'domain', 'composite', 'range'] as const

export const isType = (kind: string): boolean => types.some((one) => one === kind)

/** Kinds of whole objects that an expression can name by their own name. */
const wholes = ['table', 'view', 'materializedView', 'sequence', 'function', ...types] as const
type Named = 'column' | (typeof wholes)[number]

interface Index {
  readonly byName: ReadonlyMap<string, readonly Key[]>
  readonly extensions: readonly Key[]
}

const indexes = new WeakMap<Schema, Index>()

/**
 * The keys that a text may refer to: tables, views, functions, sequences and types of a name that stands in it, columns of the
 * owner's table and of those tables, and extensions that bring such a name. It says too much rather than too little: it knows
 * no scopes. Names inside string literals count, since `nextval('orders_seq')` refers by text, but not as types; of functions
 * only those that are called. `kinds` are those that such a text can refer to at all: the manual lets no check, default or index expression look
 * into another table.
 */
export function namesIn(text: string, owner: Obj, schema: Schema, kinds: readonly Named[]): readonly Key[] {
  const { names, bare, calls } = spelledIn(text)
  const { byName, extensions } = index(schema)
  const found = new Set<Key>()
  const tables = new Set(owner.parent && kinds.includes('column') ? [owner.parent] : [])
  for (const name of names) {
    for (const k of byName.get(name) ?? []) {
      const kind = kindOf(k) as Named
      const place = kind === 'function' ? calls : isType(kind) ? bare : names
      if (kinds.includes(kind) && place.has(name)) found.add(k)
      if (kind === 'table' && kinds.includes('table')) tables.add(k)
    }
  }
  for (const table of tables)
    for (const name of names) {
      const column = key('column', ...namesOf(table), name)
      if (schema.has(column)) found.add(column)
    }
  return [...found, ...bringersOf(names, extensions)]
}

/** The columns of a table that a text of its own names, be they there or not: not what it calls, nor what a string says. */
export function columnsIn(text: string, table: Key): readonly Key[] {
  const { bare, calls } = spelledIn(text)
  return [...bare].filter((name) => !calls.has(name)).map((name) => key('column', ...namesOf(table), name))
}

/** The extensions that bring what a text names: the type of a column, the operator class of an index. */
export function extensionsIn(text: string, schema: Schema): readonly Key[] {
  const { extensions } = index(schema)
  return extensions.length > 0 ? bringersOf(spelledIn(text).names, extensions) : []
}

/** A type or an operator class with the schema of the extension that brings it, where that is not `public`. */
export function placed(text: string, schema: Schema): string {
  if (text.includes('.')) return text
  const of = extensionsIn(text, schema).flatMap((k) => schema.get(k)?.attrs.schema ?? [])[0] as Key | undefined
  return of === undefined || of === key('schema', 'public') ? text : `${sqlName(of)}.${text}`
}

const bringersOf = (names: ReadonlySet<string>, extensions: readonly Key[]): readonly Key[] =>
  extensions.filter((k) => [...names].some((name) => brings(pathOf(k).name, name)))

/**
 * Texts with every name that spells a renamed object replaced, where the owner or the text places it; and every literal
 * that is a renamed label, where the owner has to do with its enum.
 */
export function renamer(renamed: ReadonlyMap<Key, Key>, schema: Schema): (text: string, owner: Obj) => string {
  const byName = new Map<string, [from: Key, to: Key][]>()
  for (const [from, to] of renamed) {
    const { name } = pathOf(from)
    // No expression names a role, and what only lies elsewhere by now is spelled as before.
    if (kindOf(from) === 'role' || name === pathOf(to).name) continue
    const beside = byName.get(name)
    if (beside) beside.push([from, to])
    else byName.set(name, [[from, to]])
  }
  return (text, owner) => renameInText(text, (name) => byName.get(name) ?? [], owner, schema)
}

function renameInText(
  text: string,
  renamed: (name: string) => readonly (readonly [from: Key, to: Key])[],
  owner: Obj,
  schema: Schema,
): string {
  const { names: present, literals } = spelledIn(text)
  const renames = {
    names: new Map<string, string>(),
    calls: new Map<string, string>(),
    labels: new Map<string, string>(),
    columns: new Map<Key, string>(),
  }
  for (const name of literals)
    for (const [from, to] of renamed(name))
      if (kindOf(from) === 'enumValue' && meets(owner, key('enum', ...pathOf(from).scope), schema))
        renames.labels.set(name, nameOf(to))
  for (const name of present)
    for (const [from, to] of renamed(name)) {
      const { scope } = pathOf(from)
      const kind = kindOf(from)
      const lies = [keyOf(owner), owner.parent].some((k) => k?.endsWith(key('', ...scope)))
      if (kind === 'enumValue' || !(lies || scope.length < 2 || present.has(scope.at(-1)!))) continue
      if (kind === 'column') renames.columns.set(from, nameOf(to))
      else renames[kind === 'function' ? 'calls' : 'names'].set(name, pathOf(to).name)
    }
  if (Object.values(renames).every(({ size }) => size === 0)) return text
  const meant = renames.columns.size > 0 ? columnsMeant(text, owner, schema) : undefined
  return text.replace(token, (part: string, _tag: string | undefined, offset: number) => {
    if (part.startsWith("'")) {
      const content = part.slice(1, -1).replaceAll("''", "'")
      if (isPath(text, offset, part)) return literal(content.replace(pathPart, (one) => spelledAs(one, renames.names)))
      const label = renames.labels.get(content)
      return label === undefined ? part : literal(label)
    }
    const name = (isKeyword(text, offset, part) ? undefined : nameIn(part)) ?? ''
    const called = isCalled(text, offset + part.length) ? renames.calls.get(name) : undefined
    const of = meant?.(name, offset, renames.columns)
    const to = called ?? (of ? renames.columns.get(of) : renames.names.get(name))
    if (to === undefined) return part
    return spelled(part, to)
  })
}

/** A name in the place of another one, quoted if that was or where it has to be. */
const spelled = (part: string, name: string): string =>
  part.startsWith('"') || reserved.has(name) || !/^[a-z_][a-z0-9_]*$/.test(name) ? ident(name) : name

function spelledAs(part: string, renamed: ReadonlyMap<string, string>): string {
  const to = renamed.get(nameInPath(part))
  return to === undefined ? part : spelled(part, to)
}

/** Does a literal name a relation, which the database keeps by what it is: `nextval('numbers')`, `'numbers'::regclass`? */
const isPath = (text: string, offset: number, literal: string): boolean =>
  /\b(?:nextval|currval|setval)\s*\(\s*$/i.test(text.slice(0, offset)) ||
  /^\s*::\s*(?:pg_catalog\.)?regclass\b/i.test(text.slice(offset + literal.length))

/**
 * Which of some columns a name means: one of the table before its dot, which may be another name for it; without a dot the
 * owner's, where that has one of the name. Whatever cannot be told may be any of them.
 */
function columnsMeant(text: string, owner: Obj, schema: Schema) {
  const own = owner.parent ?? keyOf(owner)
  const aliases = aliasesIn(text, schema)
  return (name: string, offset: number, columns: ReadonlyMap<Key, string>): Key | undefined => {
    const some = [...columns.keys()].filter((k) => nameOf(k) === name)
    const before = /("(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)\s*\.\s*$/u.exec(text.slice(0, offset))
    const tables = before ? aliases.get(nameIn(before[1]!)!) : [own]
    const there = (tables ?? []).map((table) => key('column', ...namesOf(table), name)).filter((k) => schema.has(k))
    return there.length > 0 ? some.find((k) => there.includes(k)) : some[0]
  }
}

/** The tables that names stand for: their own, and those that a text gives them (`users AS u`). */
function aliasesIn(text: string, schema: Schema): ReadonlyMap<string, readonly Key[]> {
  const tables = (name: string) => (index(schema).byName.get(name) ?? []).filter((k) => kindOf(k) === 'table')
  const names = Array.from(text.matchAll(token))
    .filter(([part]) => !/^\s$/.test(part))
    .map(({ 0: part, index }) => (isKeyword(text, index, part) ? part.toLowerCase() : { name: nameIn(part) }))
  const aliases = new Map<string, Key[]>()
  const note = (name: string, of: readonly Key[]) => aliases.set(name, [...(aliases.get(name) ?? []), ...of])
  for (const [i, one] of names.entries()) {
    const of = typeof one === 'object' && one.name !== undefined ? tables(one.name) : []
    if (of.length === 0) continue
    note((one as { name: string }).name, of)
    const next = names[names[i + 1] === 'as' ? i + 2 : i + 1]
    if (typeof next === 'object' && next.name !== undefined) note(next.name, of)
  }
  return aliases
}

/** Is it of this enum? A text that is no default may also speak of what stands beside its owner. */
const meets = ({ kind, attrs, refs, parent }: Obj, type: Key, schema: Schema): boolean =>
  refs.includes(type) ||
  (parent !== undefined &&
    !(kind === 'column' && attrs.generated === null) &&
    schema.children(parent).some((beside) => beside.refs.includes(type)))

/** Words that are no names unless they are quoted, or stand behind a dot (manual, appendix C: reserved). */
const reserved = new Set(
  `all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create current_catalog
  current_date current_role current_time current_timestamp current_user default deferrable desc distinct do else end except
  false fetch for foreign from grant group having in initially intersect into lateral leading limit localtime localtimestamp
  not null offset on only or order placing primary references returning select session_user some symmetric table then to
  trailing true union unique user using variadic when where window with`.split(/\s+/),
)

const isKeyword = (text: string, offset: number, part: string): boolean =>
  reserved.has(part.toLowerCase()) && text[offset - 1] !== '.'

/** Is the name that ends there called? */
function isCalled(text: string, end: number): boolean {
  const open = /\s*\(/y
  open.lastIndex = end
  return open.test(text)
}

/** The names in a text, those of them that stand outside of literals, and those that are called; and what the literals say. */
function spelledIn(text: string): Readonly<Record<'names' | 'bare' | 'calls' | 'literals', ReadonlySet<string>>> {
  const names = new Set<string>()
  const literals = new Set<string>()
  const bare = new Set<string>()
  const calls = new Set<string>()
  for (const { 0: part, index } of text.matchAll(token)) {
    const name = nameIn(part)
    if (part.startsWith("'")) {
      const content = part.slice(1, -1).replaceAll("''", "'")
      literals.add(content)
      for (const one of identifiersIn(content)) names.add(one)
    } else if (name !== undefined && !isKeyword(text, index, part)) {
      names.add(name)
      bare.add(name)
      if (isCalled(text, index + part.length)) calls.add(name)
    }
  }
  return { names, bare, calls, literals }
}

/** Where an object lies, and its own name; that of a function does not end with its arguments. */
function pathOf(k: Key): { readonly scope: readonly string[]; readonly name: string } {
  const names = namesOf(k)
  if (kindOf(k) === 'function') names.pop()
  return { scope: names.slice(0, -1), name: names.at(-1)! }
}

/** A literal may spell a path: `nextval('"Shop".numbers')`. */
const pathPart = /"(?:[^"]|"")*"|[^".]+/gs

const nameInPath = (part: string): string => (part.startsWith('"') ? nameIn(part)! : part.toLowerCase())

const identifiersIn = (path: string): readonly string[] =>
  Array.from(path.matchAll(pathPart), ([part]) => nameInPath(part))

/** Unquoted names fold to lower case (manual 4.1.1). */
function nameIn(part: string): string | undefined {
  if (part.startsWith('"') && part.length > 1) return part.slice(1, -1).replaceAll('""', '"')
  return /^[\p{L}_]/u.test(part) ? part.toLowerCase() : undefined
}

function index(schema: Schema): Index {
  const known = indexes.get(schema)
  if (known) return known
  const byName = new Map<string, Key[]>()
  const extensions: Key[] = []
  for (const object of schema) {
    if (object.kind === 'extension') extensions.push(keyOf(object))
    if (!wholes.some((kind) => kind === object.kind)) continue
    const { name } = object.id as { readonly name: string }
    const beside = byName.get(name)
    if (beside) beside.push(keyOf(object))
    else byName.set(name, [keyOf(object)])
  }
  const made = { byName, extensions }
  indexes.set(schema, made)
  return made
}
