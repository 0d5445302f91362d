import type { Draft } from '../dialect/kind.ts'
import type { Pair } from '../schema/object.ts'
import { parse, type Typed } from './column-type.ts'

/** How the values of a column lie on disk (manual 66.2, TOAST). */
export type Storing = {
  /** Null: as the type has it. */
  readonly storage: 'plain' | 'external' | 'extended' | 'main' | null
  /** Null: as the server has it. */
  readonly compression: 'pglz' | 'lz4' | null
}

/** What a type has by itself; of the others with values of any length it is `extended`. */
const own: Readonly<Record<string, NonNullable<Storing['storage']>>> = {
  numeric: 'main',
  inet: 'main',
  cidr: 'main',
  tsquery: 'plain',
  vector: 'external',
  halfvec: 'external',
  sparsevec: 'external',
}

/** SET STORAGE and SET COMPRESSION. The word DEFAULT for a type's own storage is there from 16. */
export function storageChanges({ from, to }: Pair<Storing>, of: Typed, alter: (what: string) => string): Draft[] {
  const drafts: Draft[] = []
  const { name, array } = parse(of)
  const storage = to.storage ?? (array ? undefined : own[name]) ?? 'extended'
  if (from.storage !== to.storage) drafts.push({ sql: alter(`SET STORAGE ${storage.toUpperCase()}`) })
  if (from.compression !== to.compression) drafts.push({ sql: alter(`SET COMPRESSION ${to.compression ?? 'default'}`) })
  return drafts
}

/** As every column is until somebody says more. */
export const unset: Storing = { storage: null, compression: null }
