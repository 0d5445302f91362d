// Of every copy of this package: the schema files may have got another one than the command that reads them.
const brand = Symbol.for('sluice:declaration')

/** What a schema file declares beyond Drizzle. It holds Drizzle's tables, columns and texts as they are. */
export interface Declaration<W extends string = string, G extends object = object> {
  readonly [brand]: { readonly word: W; readonly given: G }
}

/** Makes a declaration; `onto` is what else the value is, a column builder say. @public */
export function declaration<W extends string, G extends object, T extends object>(
  word: W,
  given: G,
  onto: T,
): Declaration<W, G> & T
export function declaration<W extends string, G extends object>(word: W, given: G): Declaration<W, G>
export function declaration(word: string, given: object, onto: object = {}) {
  return Object.assign(onto, { [brand]: { word, given } })
}

/** Is it one of ours? */
export const isDeclaration = (value: unknown): value is Declaration =>
  ((typeof value === 'object' && value !== null) || typeof value === 'function') && brand in value

/** What was declared and what it was given. */
export const wordsOf = <W extends string, G extends object>(of: Declaration<W, G>) => of[brand]
