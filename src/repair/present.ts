import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Folder, listFolder, readMigration } from '../migrate/folder.ts'
import { sqlPath } from '../migrate/layout.ts'

/** A migration folder with those of its migrations that have a file. Throws what `listFolder` throws. */
export async function readPresent(path: string): Promise<Folder> {
  const listing = await listFolder(path)
  const present = listing.journal.entries.filter(({ tag }) => existsSync(join(path, sqlPath(listing.layout, tag))))
  return { ...listing, migrations: present.map((entry) => readMigration(listing, entry)) }
}
