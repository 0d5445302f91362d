import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Reader } from './reader.ts'
import { isJson, mappedText, typeOf, valueText } from './value-text.ts'

/** A list as Postgres reads it: `{1,NULL,"a \"b\""}` (manual 8.15.2). */
export function arrayText(values: readonly unknown[], column: PgColumn, reader: Reader): string {
  const { orm, core } = reader.library
  const element = orm.is(column, core.PgArray) ? column.baseColumn : undefined
  const type = typeOf(column).split('[')[0]!
  const text = (value: unknown): string => {
    if ((value ?? null) === null && !isJson(type)) return 'NULL'
    if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value)
    if (Array.isArray(value) && element && orm.is(element, core.PgArray)) return arrayText(value, element, reader)
    // A point is a list itself, and a document may be one.
    const isValue = isJson(type) || element?.dataType === 'array' || element?.dataType === 'custom'
    if (Array.isArray(value) && !isValue) return list(value)
    return quoted(valueText(value, type) ?? mappedText(element ? element.mapToDriverValue(value) : value, type))
  }
  const list = (items: readonly unknown[]): string => `{${items.map(text).join(',')}}`
  return list(values)
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`
