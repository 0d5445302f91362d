import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { SluiceError } from '../errors.ts'
import { changeFolder, refuseChanged } from './change.ts'
import type { Folder } from './folder.ts'
import { withEntry } from './journal.ts'
import { snapshotName, snapshotPath, sqlPath } from './layout.ts'
import type { NewTag } from './tag.ts'

/** All files of a migration that is to be written. */
export interface NewMigration extends NewTag {
  /** The snapshot's version, which the journal repeats: `7`. */
  readonly version: string
  readonly breakpoints: boolean
  readonly sql: string
  /** The snapshot's text. */
  readonly snapshot: string
  /** Texts of our own files in `<out>/sluice/`, by file name. */
  readonly side: Readonly<Record<string, string>>
}

/**
 * Writes a migration, all of its files or none. The caller holds the folder's lock since before it read the folder.
 * Returns the paths, the SQL file first.
 * @throws SluiceError `MIGRATION_EXISTS`, and what `changeFolder` throws
 */
export async function writeMigration(
  folder: Pick<Folder, 'path' | 'journal' | 'layout'>,
  { sql, snapshot, side, ...entry }: NewMigration,
): Promise<readonly string[]> {
  const { path: out, journal, layout } = folder
  const { tag } = entry
  const shared = {
    [sqlPath(layout, tag)]: sql,
    [snapshotPath(layout, snapshotName(tag, layout))]: snapshot,
  }
  await refuseChanged(folder)
  for (const path of Object.keys(shared)) {
    const file = join(out, path)
    if (existsSync(file)) throw new SluiceError('MIGRATION_EXISTS', { file })
  }
  const ours = Object.entries(side).map(([name, text]) => [join('sluice', name), text])
  const files = {
    ...shared,
    ...Object.fromEntries(ours),
    ...(layout === 'v0' && { [join('meta', '_journal.json')]: withEntry(journal, entry) }),
  }
  await changeFolder(folder, files)
  return Object.keys(files).map((path) => join(out, path))
}
