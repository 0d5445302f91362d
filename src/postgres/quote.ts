/** A name as a quoted identifier. */
export const ident = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Names as a qualified, quoted identifier: `"public"."users"`. */
export const dotted = (...names: readonly string[]): string => names.map(ident).join('.')

/** A text as a string literal; backslashes mean themselves (standard_conforming_strings). */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
