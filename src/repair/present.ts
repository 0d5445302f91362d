import { type Folder, listFolder } from '../migrate/folder.ts'
import { presentIn, withMigrations } from '../migrate/lazy-folder.ts'

/** A migration folder with those of its migrations that have a file. Throws what `listFolder` throws. */
export async function readPresent(path: string): Promise<Folder> {
  const listing = await listFolder(path)
  return withMigrations(listing, presentIn(listing))
}
