import type { Parameters } from '../postgres/parameters.ts'

/** As Drizzle and its snapshots type them: what was not said may be there as undefined. */
type Given = { readonly [name: string]: Parameters[string] | undefined }

const renamed = (given: Given, rename: (name: string) => string): Parameters =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[rename(name), value]])),
  )

/** `{ securityBarrier: true }`, as Drizzle writes options, in the words of the database: `{ security_barrier: true }`. */
export const toSnake = (given: Given): Parameters =>
  renamed(given, (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))

/** The other way round. */
export const toCamel = (parameters: Parameters): Parameters =>
  renamed(parameters, (name) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))
