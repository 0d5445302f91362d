import type { SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Typed } from '../../postgres/column-type.ts'
import { enumKey } from '../../postgres/enum.ts'
import { ident } from '../../postgres/sql/quote.ts'
import { type Key, key } from '../../schema/object.ts'
import { type Declaration, isDeclaration, wordsOf } from '../declare/declaration.ts'
import type { OwnType, Text, TypeGiven } from '../declare/own-type.ts'
import { type OwnName, typeName } from '../declare/type-name.ts'
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

const bracketsOf = (text: string): string => /(?:\[\d*\])*$/.exec(text)![0]

/** The type that a text spells, with its key where it is declared here. */
export function typedText(text: string, own: ReadonlyMap<string, Key>): Typed {
  const brackets = bracketsOf(text)
  const of = own.get(text.slice(0, text.length - brackets.length))
  return of ? { type: brackets, of } : { type: text, of: null }
}

/** The type of a column: one of ours by its declaration, even where no schema file exports that. */
export function columnType(column: PgColumn, reader: Reader): Typed {
  const text = column.getSQLType()
  const declared = declarationOf(column, reader)
  return declared ? { type: bracketsOf(text), of: declaredKey(declared) } : reader.typed(text)
}

function declarationOf(column: PgColumn, reader: Reader): OwnType | undefined {
  const { orm, core } = reader.library
  if (orm.is(column, core.PgArray)) return declarationOf(column.baseColumn, reader)
  const { config } = column as unknown as { readonly config?: { readonly customTypeParams?: { dataType?: unknown } } }
  const made = config?.customTypeParams?.dataType
  return isDeclaration(made) ? (made as OwnType) : undefined
}

function declaredKey(declared: OwnType): Key {
  const { word, given } = wordsOf(declared)
  return key(word, given.schema, given.name)
}

/** A type that a declaration stands on. */
export function readType(given: TypeGiven, reader: Reader): Typed {
  if (typeof given === 'string') return reader.typed(given)
  if ('arrayOf' in given) {
    const { type, of } = readType(given.arrayOf, reader)
    return { type: `${type}[]`, of }
  }
  if ('enumName' in given) return { type: '', of: enumKey(given.schema ?? 'public', given.enumName) }
  return { type: '', of: declaredKey(given) }
}

export const readText = (text: Text, reader: Reader): string => (typeof text === 'string' ? text : reader.text(text))

/** A collation by its name, or as SQL. */
export const readCollation = (collate: string | SQL | undefined, reader: Reader): string | null =>
  collate === undefined ? null : typeof collate === 'string' ? ident(collate) : reader.text(collate)
