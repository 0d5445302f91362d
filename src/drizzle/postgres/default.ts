import type { SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { ColumnAttrs } from '../../postgres/column.ts'
import { literal } from '../../postgres/quote.ts'
import type { Reader } from './reader.ts'

type Default = Pick<ColumnAttrs, 'default' | 'plainDefault'>

/**
 * The default of a column as drizzle-kit writes it. Where its text is no valid SQL (a quote in a json or array value,
 * objects such as points), the value is written as it should be.
 */
export function readDefault(column: PgColumn, { library: { orm }, text }: Reader): Default {
  const value: unknown = column.default
  if (value === undefined || value === null) return { default: null, plainDefault: false }
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    if (!isJson(column)) return { default: String(value), plainDefault: true }
  return { default: orm.is(value, orm.SQL) ? text(value as SQL) : written(value, column), plainDefault: false }
}

function written(value: unknown, column: PgColumn): string {
  const type = column.getSQLType().toLowerCase()
  if (typeof value === 'string') return literal(value)
  if (isJson(column)) return `${literal(JSON.stringify(value))}::${type}`
  if (value instanceof Date) return literal(dateText(value, type))
  if (Array.isArray(value) && /\[\d*\]/.test(type)) return literal(arrayText(value, type.split('[')[0]!))
  return literal(String(column.mapToDriverValue(value)))
}

const isJson = (column: PgColumn) => /^jsonb?$/i.test(column.getSQLType())

function arrayText(values: readonly unknown[], type: string): string {
  return `{${values.map((value) => elementText(value, type)).join(',')}}`
}

function elementText(value: unknown, type: string): string {
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return arrayText(value, type)
  const text = value instanceof Date ? dateText(value, type) : typeof value === 'string' ? value : JSON.stringify(value)
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

function dateText(date: Date, type: string): string {
  const text = date.toISOString()
  if (type === 'date') return text.slice(0, 10)
  return type === 'timestamp' ? text.slice(0, 23).replace('T', ' ') : text
}
