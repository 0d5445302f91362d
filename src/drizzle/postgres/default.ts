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
  if (value === undefined) return { default: null, plainDefault: false }
  if (orm.is(value, orm.SQL)) return { default: text(value), plainDefault: false }
  if (typeof value === 'string') return { default: literal(value), plainDefault: false }
  if (isJson(column)) return { default: `${literal(JSON.stringify(value))}::${typeOf(column)}`, plainDefault: false }
  if (value instanceof Date) return { default: literal(dateText(value, typeOf(column))), plainDefault: false }
  if (Array.isArray(value) && /\[\d*\]/.test(typeOf(column)))
    return { default: literal(arrayText(value, typeOf(column).split('[')[0]!)), plainDefault: false }
  return readPlain(value, column)
}

/** A snapshot keeps these as JSON, where it can: not a bigint, and no object that SQL writes in another way. */
function readPlain(value: unknown, column: PgColumn): Default {
  if (typeof value === 'bigint') return { default: String(value), plainDefault: false }
  if (typeof value !== 'object' || value === null) return { default: JSON.stringify(value), plainDefault: true }
  const text = String(column.mapToDriverValue(value))
  return { default: literal(text), plainDefault: text === JSON.stringify(value) }
}

const typeOf = (column: PgColumn) => column.getSQLType().toLowerCase()
const isJson = (column: PgColumn) => /^jsonb?$/.test(typeOf(column))

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
