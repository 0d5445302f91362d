import type { PgColumn } from 'drizzle-orm/pg-core'

/** The type in lower case, as drizzle-kit compares it. */
export const typeOf = (column: PgColumn): string => column.getSQLType().toLowerCase()

export const isJson = (type: string): boolean => /^jsonb?$/.test(type)

/** The text of a value that is written in quotes, before they are put around it; undefined of any other. */
export function valueText(value: unknown, type: string): string | undefined {
  if (isJson(type)) return jsonText(value)
  if (typeof value === 'string') return value
  if (value instanceof Date) return dateText(value, type)
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  // NaN and infinities, which no number of SQL spells
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : undefined
}

/** What a column's own mapping made of a value. */
export function mappedText(mapped: unknown, type: string): string {
  return valueText(mapped, type) ?? (typeof mapped === 'object' ? JSON.stringify(mapped) : String(mapped))
}

/** A text that is JSON already stands for what it says: so does drizzle-kit. */
function jsonText(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  try {
    JSON.parse(value)
    return value
  } catch {
    return JSON.stringify(value)
  }
}

function dateText(date: Date, type: string): string {
  const text = date.toISOString()
  if (type === 'date') return text.slice(0, 10)
  return type === 'timestamp' ? text.slice(0, 23).replace('T', ' ') : text
}
