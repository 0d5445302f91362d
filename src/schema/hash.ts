import { createHash } from 'node:crypto'
import type { Json } from './object.ts'

declare const brand: unique symbol

/** A sha256 in lower-case hex. */
export type Hash = string & { readonly [brand]: 'Hash' }

/** The hash of a text, as its UTF-8 bytes. */
export function hashText(text: string): Hash {
  return createHash('sha256').update(text).digest('hex') as Hash
}

/** The hash of a migration's SQL, which is the same whatever line ends a checkout gave it. */
export const hashSql = (sql: string): Hash => hashText(sql.replaceAll('\r\n', '\n'))

/** The hash of plain data: equal for equal data, whatever the order of an object's keys. */
export function hash(data: Json): Hash {
  return hashText(canonical(data))
}

/** JSON without white space and with sorted keys: one text for equal data. */
export function canonical(data: Json): string {
  return JSON.stringify(data, (_name, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
