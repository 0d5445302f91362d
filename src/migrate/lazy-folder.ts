import { readdirSync } from 'node:fs'
import { type Folder, type Listing, listFolder, type Migration, readable, readMigration } from './folder.ts'
import type { JournalEntry } from './journal.ts'

/**
 * As `readFolder`, but the SQL is read once somebody asks for it: who finds nothing to do has no use for what a thousand
 * migrations say.
 * @throws SluiceError as `readFolder`; later, when the SQL is read, `FOLDER_NOT_READABLE`
 */
export async function readFolderLazily(path: string): Promise<Folder> {
  const listing = await listFolder(path)
  const { entries } = listing.journal
  const present = new Set(presentIn(listing))
  // What throws says which file is missing.
  for (const entry of entries) if (!present.has(entry)) readMigration(listing, entry)
  return withMigrations(listing, entries)
}

/** A folder whose migrations are those of these entries, read once somebody asks for them. */
export function withMigrations(listing: Listing, entries: readonly JournalEntry[]): Folder {
  let migrations: readonly Migration[] | undefined
  return {
    ...listing,
    get migrations() {
      migrations ??= readable(listing.path, () => entries.map((entry) => readMigration(listing, entry)))
      return migrations
    },
  }
}

/** The entries whose file is there, by one look at the folder. */
export function presentIn({ path, exists, layout, journal }: Listing): readonly JournalEntry[] {
  if (layout === 'v1') return journal.entries
  const names = new Set(exists ? readdirSync(path) : [])
  return journal.entries.filter(({ tag }) => names.has(`${tag}.sql`))
}
