import type { Condition } from '../dialect/kind.ts'
import { SluiceError } from '../errors.ts'
import { hashText } from '../schema/hash.ts'
import type { Folder } from './folder.ts'

/** A migration in a program instead of a folder: what `sluice bundle` writes. */
export interface BundledMigration {
  readonly tag: string
  /** The journal's `when`, in milliseconds. */
  readonly when: number
  /** The whole file. */
  readonly sql: string
  /** sha256 of `sql`: what the ledger holds. */
  readonly hash: string
  /** What must hold before its first statement, from its proof. */
  readonly conditions: readonly Condition[]
}

/**
 * Bundled migrations as a folder of files.
 * @throws SluiceError `BUNDLE_INVALID` where one is none, or where its SQL is not what its hash was made of.
 */
export function bundledFolder(bundled: readonly BundledMigration[]): Pick<Folder, 'path' | 'migrations'> {
  if (!Array.isArray(bundled)) throw invalid('migrations', 'is not a list')
  const migrations = bundled.map(({ tag, when, sql, hash }, idx) => {
    const place = `migrations[${idx}]`
    if (typeof tag !== 'string' || typeof when !== 'number' || typeof sql !== 'string')
      throw invalid(place, 'lacks its tag, when or sql')
    const found = hashText(sql)
    if (hash !== found) throw invalid(`${place} (${tag})`, 'has another text than the one that its hash was made of')
    return { idx, tag, when, sql, hash: found, breakpoints: true, file: `${tag}.sql` }
  })
  return { path: 'the bundled migrations', migrations }
}

const invalid = (place: string, problem: string) => new SluiceError('BUNDLE_INVALID', { place, problem })
