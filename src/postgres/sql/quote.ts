import { type Key, nameOf, namesOf } from '../../schema/object.ts'

/** A name as a quoted identifier. */
export const ident = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Names as a qualified, quoted identifier: `"public"."users"`. */
export const dotted = (...names: readonly string[]): string => names.map(ident).join('.')

/** A key as a qualified, quoted identifier. */
export const sqlName = (k: Key): string => dotted(...namesOf(k))

/** The own names of keys as a list: `"a", "b"`. */
export const identList = (keys: readonly Key[]): string => keys.map((k) => ident(nameOf(k))).join(', ')

/** Columns that an index only carries, behind those that it is about. */
export const includeClause = (keys: readonly Key[]): string => (keys.length > 0 ? ` INCLUDE (${identList(keys)})` : '')

/** The name of what makes room for something that takes its own; at the front, since Postgres cuts names at 63 bytes. */
export const asideName = (name: string): string => `old__${name}`

/** The name of what is built to take the place of something that keeps its own until then. */
export const newName = (name: string): string => `new__${name}`

/** A text as a string literal; backslashes mean themselves (standard_conforming_strings). */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A text between dollar quotes, under a tag that it does not hold. */
export function dollarQuoted(text: string): string {
  let tag = '$$'
  for (let n = 1; `${text}$`.includes(tag); n++) tag = `$q${n}$`
  return `${tag}${text}${tag}`
}
