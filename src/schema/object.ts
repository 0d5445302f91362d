declare const brand: unique symbol

/** `column:public.users.email`: the one spelling of an identity. Only `key()` makes one. */
export type Key = string & { readonly [brand]: 'Key' }

/** What an attribute may hold: plain data, so that a schema can be hashed, compared and stored. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/**
 * One addressable thing in a database.
 *
 * Names live in `id`, whose values are in order of containment: the id of a child begins with the values of its
 * parent's id. Everything comparable lives in `attrs`; where an attribute names another object it holds that
 * object's `Key`, which also stands in `refs`, so that a rename reaches it without knowing the kind.
 */
export interface Obj<I extends string = string, A = Readonly<Record<string, Json>>> {
  readonly kind: string
  readonly id: Readonly<Record<I, string>>
  readonly attrs: A
  readonly parent?: Key
  readonly refs: readonly Key[]
}

/** The two sides of every comparison, always under these names. */
export interface Pair<T> {
  readonly from: T
  readonly to: T
}

/** Spells an identity. Dots and backslashes inside a name are escaped, so two names never share a key. */
export function key(kind: string, ...names: readonly string[]): Key {
  let text = `${kind}:`
  for (let i = 0; i < names.length; i++) text += i === 0 ? escaped(names[i]!) : `.${escaped(names[i]!)}`
  return text as Key
}

// Most names have nothing to escape, and a schema of 1,000 tables spells some 100,000 keys.
const escaped = (name: string): string =>
  name.includes('.') || name.includes('\\') ? name.replace(/[\\.]/g, '\\$&') : name

/** How deep an object lies: a schema at one, a table at two, a column at three. */
export const depthOf = ({ id }: Pick<Obj, 'id'>): number => Object.keys(id).length

/** The key of an object. */
export function keyOf({ kind, id }: Pick<Obj, 'kind' | 'id'>): Key {
  let text = kind
  let mark = ':'
  for (const part in id) {
    text += mark + escaped(id[part]!)
    mark = '.'
  }
  return text as Key
}

/** The kind that a key spells. */
export function kindOf(k: Key): string {
  return k.slice(0, k.indexOf(':'))
}

/** The names that a key spells, outermost first: `['public', 'users', 'email']`. */
export function namesOf(k: Key): string[] {
  const text = k.slice(k.indexOf(':') + 1)
  return (text.match(/(?:\\.|[^\\.])+|(?<=^|\.)(?=\.|$)/gs) ?? ['']).map((name) => name.replace(/\\(.)/gs, '$1'))
}

/** The last name that a key spells: the object's own. */
export function nameOf(k: Key): string {
  return namesOf(k).at(-1)!
}
