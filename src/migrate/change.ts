import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { SluiceError } from '../errors.ts'
import { type Hash, hashText } from '../schema/hash.ts'
import type { Folder } from './folder.ts'

/** New texts of files by their path inside a migration folder; null removes the file. */
export type FolderChange = Readonly<Record<string, string | null>>

/** A folder as it was read. */
type Read = Pick<Folder, 'path' | 'journal'>

/** A change that has begun, kept in a file while it lasts: the next run ends what a killed one has begun. */
interface Pending {
  readonly version: 2
  /** Of each file, in the order in which they change; null where there is none. */
  readonly files: readonly { readonly path: string; readonly before: Hash | null; readonly after: Hash | null }[]
}

/**
 * A name that neither drizzle-kit (in `meta/`) nor any migrator takes for one of its files. What is to lie in a folder of
 * its own waits among our files: that folder is made when the change is carried out.
 */
const draftOf = (out: string, path: string) => {
  const folder = dirname(path)
  const name = folders.includes(folder) ? basename(path) : hashText(path).slice(0, 20)
  return join(out, folders.includes(folder) ? folder : 'sluice', `_${name}${draft}`)
}
const draft = '.sluice-tmp'
/** Those of a migration folder that are there from change to change. */
const folders = ['.', 'meta', 'sluice']

const journal = join('meta', '_journal.json')
const pending = join('sluice', '.pending.json')
const pendingOf = (out: string) => join(out, pending)

/**
 * Changes several files of a migration folder, all or none. Everything is written under other names first; from then on a
 * run that is killed is ended by the next one. New files come before the journal, and what it no longer names goes after
 * it, so that whoever reads the folder meanwhile finds the file of every entry. The caller holds the folder's lock since
 * before it read the folder.
 * @throws SluiceError `FOLDER_CHANGED`, `FOLDER_HALF_CHANGED`, `FOLDER_NOT_WRITABLE`
 */
export async function changeFolder(folder: Read, change: FolderChange): Promise<void> {
  const out = folder.path
  const place = (path: string, text: string | null) => (path === journal ? 1 : text === null ? 2 : 0)
  const files = Object.entries(change).sort(([a, as], [b, bs]) => place(a, as) - place(b, bs))
  try {
    await refuseChanged(folder)
    await mkdir(join(out, 'sluice'), { recursive: true })
    if (files.some(([path]) => dirname(path) === 'meta')) await mkdir(join(out, 'meta'), { recursive: true })
    const noted: Pending['files'][number][] = []
    for (const [path, text] of files) {
      noted.push({ path, before: hashOf(await readIfThere(join(out, path))), after: hashOf(text) })
      if (text !== null) await writeFile(draftOf(out, path), text, { flush: true })
    }
    const note: Pending = { version: 2, files: noted }
    await writeFile(draftOf(out, pending), JSON.stringify(note), { flush: true })
    await rename(draftOf(out, pending), pendingOf(out))
  } catch (cause) {
    // What cannot be removed either is left to the next run.
    await removeDrafts(out).catch(() => {})
    throw notWritable(out, cause)
  }
  await endChange(out)
}

/**
 * drizzle-kit knows no lock.
 * @throws SluiceError `FOLDER_CHANGED`
 */
export async function refuseChanged({ path, journal: { text } }: Read): Promise<void> {
  const file = join(path, journal)
  if ((await readIfThere(file)) !== text) throw new SluiceError('FOLDER_CHANGED', { file })
}

/**
 * Ends the change that a killed run has begun, and removes what one left that had not yet. The caller holds the folder's lock.
 * @throws SluiceError `FOLDER_HALF_CHANGED`
 */
export async function endChange(out: string): Promise<void> {
  const begun = parsePending(await readIfThere(pendingOf(out)))
  if (begun) await carryOut(out, begun)
  await rm(pendingOf(out), { force: true })
  await removeDrafts(out)
}

/** Files that somebody changed meanwhile are theirs: new files are then taken back, and anything else is for a person to look at. */
async function carryOut(out: string, { files }: Pending): Promise<void> {
  const now = new Map<string, Hash | null>()
  for (const { path } of files) now.set(path, hashOf(await readIfThere(join(out, path))))
  const strange = files.filter(({ path, before, after }) => ![before, after].includes(now.get(path)!))
  try {
    if (strange.length === 0) for (const file of files) await forward(out, file, now.get(file.path)!)
    else if (files.every(({ path, before }) => before === null || path === journal))
      for (const { path, before, after } of files) {
        if (before === null && now.get(path) === after) await remove(out, path)
      }
    else throw new Error(`${strange.map(({ path }) => path).join(', ')} changed meanwhile`)
  } catch (cause) {
    const details = { path: out, files: files.map(({ path }) => path), message: (cause as Error).message }
    throw new SluiceError('FOLDER_HALF_CHANGED', { ...details, pending: pendingOf(out) }, { cause })
  }
}

async function forward(out: string, { path, after }: Pending['files'][number], now: Hash | null): Promise<void> {
  if (now === after) return
  if (after === null) return remove(out, path)
  if (!folders.includes(dirname(path))) await mkdir(dirname(join(out, path)), { recursive: true })
  await rename(draftOf(out, path), join(out, path))
}

/** Removes a file, and with the last one the folder of a migration. */
async function remove(out: string, path: string): Promise<void> {
  await rm(join(out, path), { force: true })
  if (!folders.includes(dirname(path))) await rmdir(dirname(join(out, path))).catch(() => {})
}

async function removeDrafts(out: string): Promise<void> {
  for (const folder of folders) {
    const names = await readdir(join(out, folder)).catch(() => [])
    for (const name of names) if (name.endsWith(draft)) await rm(join(out, folder, name), { force: true })
  }
  // drizzle-kit fails on a `meta/` without a journal.
  if ((await readIfThere(join(out, journal))) === undefined) await rmdir(join(out, 'meta')).catch(() => {})
}

/**
 * Writes one of our own files in `<out>/sluice/`, whole or not at all. Returns its path.
 * @throws SluiceError `FOLDER_NOT_WRITABLE`
 */
export async function writeSide(out: string, name: string, text: string): Promise<string> {
  const file = join(out, 'sluice', name)
  const draft = draftOf(out, join('sluice', name))
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(draft, text, { flush: true })
    await rename(draft, file)
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => {})
    throw notWritable(out, cause)
  }
  return file
}

/** A file of another version is of a run that took back what it had not ended, and so had nothing to lose. */
function parsePending(text: string | undefined): Pending | undefined {
  try {
    const pending = text === undefined ? undefined : (JSON.parse(text) as Pending)
    return pending?.version === 2 ? pending : undefined
  } catch {
    return undefined
  }
}

const hashOf = (text: string | null | undefined): Hash | null => (typeof text === 'string' ? hashText(text) : null)

const readIfThere = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(error.code ?? '')) return undefined
    throw error
  })

const notWritable = (path: string, cause: unknown): SluiceError =>
  cause instanceof SluiceError
    ? cause
    : new SluiceError('FOLDER_NOT_WRITABLE', { path, message: (cause as Error).message }, { cause })
