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

/** A name that neither drizzle-kit (in `meta/`) nor any migrator takes for one of its files. */
const draftOf = (file: string) => join(dirname(file), `_${basename(file)}${draft}`)
const draft = '.sluice-tmp'

const journal = join('meta', '_journal.json')
const pendingOf = (out: string) => join(out, 'sluice', '.pending.json')

/**
 * Changes several files of a migration folder, all or none. Everything is written under other names first; from then on a
 * run that is killed is ended by the next one. New files come before the journal, and what it no longer names goes after
 * it, so that whoever reads the folder meanwhile finds the file of every entry. The caller holds the folder's lock since
 * before it read the folder.
 * @throws SluiceError `FOLDER_CHANGED`, `FOLDER_HALF_CHANGED`, `FOLDER_NOT_WRITABLE`
 */
export async function changeFolder(folder: Read, change: FolderChange): Promise<void> {
  const out = folder.path
  const place = (path: string, text: string | null) => (text === null ? 2 : path === journal ? 1 : 0)
  const files = Object.entries(change).sort(([a, as], [b, bs]) => place(a, as) - place(b, bs))
  try {
    await refuseChanged(folder)
    for (const folder of ['meta', 'sluice']) await mkdir(join(out, folder), { recursive: true })
    const noted: Pending['files'][number][] = []
    for (const [path, text] of files) {
      noted.push({ path, before: hashOf(await readIfThere(join(out, path))), after: hashOf(text) })
      if (text !== null) await writeFile(draftOf(join(out, path)), text, { flush: true })
    }
    const pending: Pending = { version: 2, files: noted }
    await writeFile(draftOf(pendingOf(out)), JSON.stringify(pending), { flush: true })
    await rename(draftOf(pendingOf(out)), pendingOf(out))
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
  const pending = parsePending(await readIfThere(pendingOf(out)))
  if (pending) await carryOut(out, pending)
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
        if (before === null && now.get(path) === after) await rm(join(out, path), { force: true })
      }
    else throw new Error(`${strange.map(({ path }) => path).join(', ')} changed meanwhile`)
  } catch (cause) {
    const details = { path: out, files: files.map(({ path }) => path), message: (cause as Error).message }
    throw new SluiceError('FOLDER_HALF_CHANGED', { ...details, pending: pendingOf(out) }, { cause })
  }
}

async function forward(out: string, { path, after }: Pending['files'][number], now: Hash | null): Promise<void> {
  if (now === after) return
  const file = join(out, path)
  await (after === null ? rm(file) : rename(draftOf(file), file))
}

async function removeDrafts(out: string): Promise<void> {
  for (const folder of [out, join(out, 'meta'), join(out, 'sluice')]) {
    const names = await readdir(folder).catch(() => [])
    for (const name of names) if (name.endsWith(draft)) await rm(join(folder, name), { force: true })
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
