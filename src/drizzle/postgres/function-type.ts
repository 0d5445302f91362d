import type { PgColumn } from 'drizzle-orm/pg-core'
import { enumKey } from '../../postgres/enum.ts'
import { formatType } from '../../postgres/format-type.ts'
import type { TypeName } from '../../postgres/function.ts'
import { tableKey } from '../../postgres/table.ts'
import { type Key, key, type Obj } from '../../schema/object.ts'
import { type Declaration, isDeclaration, wordsOf } from '../declare/declaration.ts'
import type { FunctionType } from '../declare/function.ts'
import { enumOf } from './enum.ts'
import type { Reader } from './reader.ts'

/** A type that a function takes or gives. */
export function readFunctionType(given: FunctionType, reader: Reader, known: ReadonlyMap<Key, Obj>): TypeName {
  const { orm, core } = reader.library
  if (typeof given === 'string') return spelled(given, known)
  if (isDeclaration(given)) {
    const { word, given: of } = wordsOf(
      given as Declaration<string, { readonly schema: string; readonly name: string }>,
    )
    return { type: '', of: key(word, of.schema, of.name) }
  }
  if (orm.is(given, core.PgTable)) {
    const { schema, table } = reader.table(given)
    return { type: '', of: tableKey(schema, table) }
  }
  if (orm.is(given, core.PgColumn)) return ofColumn(given, reader, known)
  if ('arrayOf' in given) {
    const { type, of } = readFunctionType(given.arrayOf, reader, known)
    return { type: `${type}[]`, of }
  }
  const { enumName, schema = 'public' } = given as { readonly enumName: string; readonly schema?: string }
  return { type: '', of: enumKey(schema, enumName) }
}

function ofColumn(column: PgColumn, reader: Reader, known: ReadonlyMap<Key, Obj>): TypeName {
  const type = column.getSQLType()
  const declared = enumOf(column, reader)
  if (!declared) return spelled(type, known)
  return { type: type.endsWith(']') ? '[]' : '', of: enumKey(declared.schema ?? 'public', declared.enumName) }
}

const kinds = ['enum', 'domain', 'composite', 'range', 'table', 'view']

/** A name of something that is declared means it: `mood[]`, `app."Mood"`. */
function spelled(text: string, known: ReadonlyMap<Key, Obj>): TypeName {
  const [, place, name = '', brackets] = /^(?:("[^"]+"|\w+)\.)?("[^"]+"|\w+)((?:\[\d*\])*)$/.exec(text) ?? []
  const plain = (part: string) => (part.startsWith('"') ? part.slice(1, -1) : part.toLowerCase())
  const of = kinds.map((kind) => key(kind, plain(place ?? 'public'), plain(name))).find((k) => known.has(k))
  return of ? { type: brackets ? '[]' : '', of } : { type: formatType(text), of: null }
}
