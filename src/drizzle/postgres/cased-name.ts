import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Reader } from './reader.ts'

/** drizzle-orm derives names from the keys of columns; drizzle-kit then puts the first of each into the casing. */
export function casedName(name: string, columns: readonly PgColumn[], reader: Reader): string {
  return columns.reduce((text, column) => text.replace(column.name, reader.name(column)), name)
}
