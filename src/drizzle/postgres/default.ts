import type { PgColumn } from 'drizzle-orm/pg-core'
import type { ColumnAttrs } from '../../postgres/column.ts'
import { literal } from '../../postgres/sql/quote.ts'
import { arrayText } from './array-text.ts'
import type { Reader } from './reader.ts'
import { isJson, mappedText, typeOf, valueText } from './value-text.ts'

type Default = Pick<ColumnAttrs, 'default' | 'plainDefault'>

const sql = (text: string): Default => ({ default: text, plainDefault: false })

/**
 * The default of a column as drizzle-kit writes it. Where that is no valid SQL or another value (a quote in a json or array
 * value, a NULL in a list, a point, bytes), the value is written as it should be. As there, a number or a text of a custom
 * type is not mapped.
 */
export function readDefault(column: PgColumn, reader: Reader): Default {
  const { orm } = reader.library
  const value: unknown = column.default
  const type = typeOf(column)
  if (value === undefined) return { default: null, plainDefault: false }
  if (orm.is(value, orm.SQL)) return sql(reader.text(value))
  const text = valueText(value, type)
  if (text !== undefined) return sql(literal(text) + (isJson(type) && typeof value !== 'string' ? `::${type}` : ''))
  if (Array.isArray(value) && /\[\d*\]/.test(type)) return sql(literal(arrayText(value, column, reader)))
  if (typeof value === 'bigint') return sql(String(value))
  if (typeof value !== 'object' || value === null) return { default: JSON.stringify(value), plainDefault: true }
  const mapped: unknown = column.mapToDriverValue(value)
  if (orm.is(mapped, orm.SQL)) return sql(reader.text(mapped))
  const own = mappedText(mapped, type)
  // A snapshot keeps the value as JSON, where that is its SQL too.
  return { default: literal(own), plainDefault: own === JSON.stringify(value) }
}
