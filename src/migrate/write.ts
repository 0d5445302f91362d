import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { SluiceError } from '../errors.ts'
import { hashText } from '../schema/hash.ts'
import { type Folder, snapshotName } from './folder.ts'
import { withEntry } from './journal.ts'
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

/** What is being written: kept in a file while it lasts, so that the next run knows what a crash left. */
interface Pending {
  readonly tag: string
  /** The hash of each new file, by its path inside the folder. */
  readonly files: Readonly<Record<string, string>>
}

/** A name that neither drizzle-kit (in `meta/`) nor any migrator takes for one of its files. */
const draftOf = (file: string) => join(dirname(file), `_${basename(file)}${draft}`)
const draft = '.sluice-tmp'

const journalOf = (out: string) => join(out, 'meta', '_journal.json')
const pendingOf = (out: string) => join(out, 'sluice', '.pending.json')

/**
 * Writes a migration, all of its files or none: under other names first, then renamed, the journal last. The caller
 * holds the folder's lock since before it read the folder. Returns the paths, the SQL file first.
 * @throws SluiceError `FOLDER_CHANGED`, `FOLDER_NOT_WRITABLE`, `MIGRATION_EXISTS`
 */
export async function writeMigration(
  { path: out, journal }: Pick<Folder, 'path' | 'journal'>,
  { sql, snapshot, side, ...entry }: NewMigration,
): Promise<readonly string[]> {
  const { tag } = entry
  const shared = { [join(out, `${tag}.sql`)]: sql, [join(out, 'meta', snapshotName(tag))]: snapshot }
  const ours = Object.entries(side).map(([name, text]) => [join(out, 'sluice', name), text])
  const created: Readonly<Record<string, string>> = { ...shared, ...Object.fromEntries(ours) }
  const files = { ...created, [journalOf(out)]: withEntry(journal, entry) }
  try {
    if ((await readIfThere(journalOf(out))) !== journal.text) {
      throw new SluiceError('FOLDER_CHANGED', { file: journalOf(out) })
    }
    for (const file of Object.keys(shared)) if (existsSync(file)) throw new SluiceError('MIGRATION_EXISTS', { file })
    for (const folder of ['meta', 'sluice']) await mkdir(join(out, folder), { recursive: true })
    await writeFile(pendingOf(out), pendingText(out, tag, created), { flush: true })
    for (const [file, text] of Object.entries(files)) await writeFile(draftOf(file), text, { flush: true })
    for (const file of Object.keys(files)) await rename(draftOf(file), file)
  } catch (cause) {
    // What cannot be removed either is left to the next run.
    await removeLeftovers(out).catch(() => {})
    throw notWritable(out, cause)
  }
  // The migration stands: whatever becomes of this file, the next run sees that the journal names the tag.
  await rm(pendingOf(out), { force: true }).catch(() => {})
  return Object.keys(files)
}

/**
 * Writes one of our own files in `<out>/sluice/`, whole or not at all. Returns its path.
 * @throws SluiceError `FOLDER_NOT_WRITABLE`
 */
export async function writeSide(out: string, name: string, text: string): Promise<string> {
  const file = join(out, 'sluice', name)
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(draftOf(file), text, { flush: true })
    await rename(draftOf(file), file)
  } catch (cause) {
    await rm(draftOf(file), { force: true }).catch(() => {})
    throw notWritable(out, cause)
  }
  return file
}

/** Removes what a run left that was killed while it wrote. The caller holds the folder's lock. */
export async function removeLeftovers(out: string): Promise<void> {
  const pending = parsePending(await readIfThere(pendingOf(out)))
  const journal = await readIfThere(journalOf(out))
  if (pending && !journal?.includes(JSON.stringify(pending.tag))) {
    for (const [path, hash] of Object.entries(pending.files)) {
      const file = join(out, path)
      const text = await readIfThere(file)
      // Whoever changed it since, drizzle-kit or a person, wants it.
      if (text !== undefined && hashText(text) === hash) await rm(file)
    }
  }
  for (const folder of [out, join(out, 'meta'), join(out, 'sluice')]) {
    const names = await readdir(folder).catch(() => [])
    for (const name of names) if (name.endsWith(draft)) await rm(join(folder, name), { force: true })
  }
  await rm(pendingOf(out), { force: true })
  // drizzle-kit fails on a `meta/` without a journal.
  if (journal === undefined) await rmdir(join(out, 'meta')).catch(() => {})
}

function pendingText(out: string, tag: string, created: Readonly<Record<string, string>>): string {
  const hashes = Object.entries(created).map(([file, text]) => [relative(out, file), hashText(text)])
  return JSON.stringify({ tag, files: Object.fromEntries(hashes) } satisfies Pending)
}

/** Half a text: the run was killed before it wrote anything else. */
function parsePending(text: string | undefined): Pending | undefined {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

const readIfThere = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(error.code ?? '')) return undefined
    throw error
  })

const notWritable = (path: string, cause: unknown): SluiceError =>
  cause instanceof SluiceError
    ? cause
    : new SluiceError('FOLDER_NOT_WRITABLE', { path, message: (cause as Error).message }, { cause })
