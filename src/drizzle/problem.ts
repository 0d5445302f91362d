import { relative } from 'node:path'

/** A place in a source file: the absolute path, line and column from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** What went wrong in a config or a schema file, where, and through which imports that file came in. */
export interface Problem {
  readonly message: string
  readonly place?: Place
  readonly chain?: readonly string[]
}

/** `src/db/users.ts:3:14: users is not defined (imported by src/db/index.ts)`; paths are relative to `root`. */
export function problemText({ message, place, chain = [] }: Problem, root: string): string {
  const path = (file: string) => relative(root, file) || file
  const where = place ? `${path(place.file)}:${place.line}:${place.column}: ` : ''
  const via = chain.map((file) => `imported by ${path(file)}`).join(', ')
  return `${where}${message}${via && ` (${via})`}`
}
