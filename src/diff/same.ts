import { canonical } from '../schema/hash.ts'
import type { Json } from '../schema/object.ts'

/** Is it equal data? */
export const same = (a: Json, b: Json): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object') return false
  return JSON.stringify(a) === JSON.stringify(b) || canonical(a) === canonical(b)
}
