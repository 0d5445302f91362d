import type { SQL } from 'drizzle-orm'
import type { Typed } from '../../postgres/column-type.ts'
import { enumKey } from '../../postgres/enum.ts'
import { ident } from '../../postgres/quote.ts'
import { type Key, key } from '../../schema/object.ts'
import { type Declaration, wordsOf } from '../declare/declaration.ts'
import { type OwnName, type Text, type TypeGiven, typeName } from '../declare/own-type.ts'
import type { Reader } from './reader.ts'

const words = new Set(['domain', 'composite', 'range'])

/** The types that are declared beyond Drizzle, by the SQL of their names. */
export const ownTypes = (declared: readonly Declaration[]): ReadonlyMap<string, Key> =>
  new Map(
    declared.map(wordsOf).flatMap(({ word, given }) => {
      if (!words.has(word)) return []
      const { schema, name } = given as OwnName
      return [[typeName({ schema, name }), key(word, schema, name)] as const]
    }),
  )

/** The type of a column, with its key where it is declared here. */
export function typedText(text: string, own: ReadonlyMap<string, Key>): Typed {
  const [brackets] = /(?:\[\d*\])*$/.exec(text) as unknown as [string]
  const of = own.get(text.slice(0, text.length - brackets.length))
  return of ? { type: brackets, of } : { type: text, of: null }
}

/** A type that a declaration stands on. */
export function readType(given: TypeGiven, reader: Reader): Typed {
  if (typeof given === 'string') return reader.typed(given)
  if ('arrayOf' in given) {
    const { type, of } = readType(given.arrayOf, reader)
    return { type: `${type}[]`, of }
  }
  if ('enumName' in given) return { type: '', of: enumKey(given.schema ?? 'public', given.enumName) }
  const { word, given: name } = wordsOf(given)
  return { type: '', of: key(word, name.schema, name.name) }
}

export const readText = (text: Text, reader: Reader): string => (typeof text === 'string' ? text : reader.text(text))

/** A collation by its name, or as SQL. */
export const readCollation = (collate: string | SQL | undefined, reader: Reader): string | null =>
  collate === undefined ? null : typeof collate === 'string' ? ident(collate) : reader.text(collate)
