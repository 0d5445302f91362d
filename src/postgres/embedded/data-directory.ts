import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SluiceError } from '../../errors.ts'
import { acquire } from './owner-lock.ts'
import { readPack } from './pack.ts'

interface OpenOptions {
  /** The pack that a new directory is made from; its major version is the engine's. */
  readonly template: Uint8Array
  readonly wait?: number
  readonly onWait?: (pid: number) => void
  readonly signal?: AbortSignal
}

/**
 * Takes a data directory for this process, and makes it when it is not there: two engines on one directory lose
 * committed rows, and the engine itself has no lock. Returns what gives it back.
 *
 * @throws SluiceError `EMBEDDED_BUSY`, `EMBEDDED_VERSION`, `EMBEDDED_FAILED`.
 */
export async function openDirectory(directory: string, options: OpenOptions): Promise<() => Promise<void>> {
  try {
    return await own(directory, options)
  } catch (error) {
    // The file system's own refusals: a read-only folder, a full disk.
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new SluiceError('EMBEDDED_FAILED', { target: directory, message: error.message }, { cause: error })
  }
}

async function own(directory: string, options: OpenOptions): Promise<() => Promise<void>> {
  const lock = `${directory}.lock`
  await mkdir(dirname(directory), { recursive: true })
  const release = await acquire(lock, { wait: 10_000, ...options }, (owner) => {
    throw new SluiceError('EMBEDDED_BUSY', { directory, lock, ...owner })
  })
  try {
    await prepare(directory, options.template)
    return release
  } catch (error) {
    await release()
    throw error
  }
}

async function prepare(directory: string, template: Uint8Array): Promise<void> {
  const { folders, files } = readPack(template)
  const engine = Buffer.from(files.get('/PG_VERSION')!).toString().trim()
  const entries = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (entries.length > 0) {
    const found = await readFile(join(directory, 'PG_VERSION'), 'utf8').catch(() => undefined)
    if (found === undefined)
      throw new SluiceError('EMBEDDED_FAILED', {
        target: directory,
        message: 'it holds files that are no Postgres data',
      })
    if (found.trim() !== engine) throw new SluiceError('EMBEDDED_VERSION', { directory, found: found.trim(), engine })
    return
  }
  // Written beside and renamed, so that a crash leaves no half of a directory.
  const temporary = `${directory}.new`
  await rm(temporary, { recursive: true, force: true })
  await mkdir(temporary, { mode: 0o700 })
  for (const folder of folders) await mkdir(join(temporary, folder), { mode: 0o700 })
  for (const [path, bytes] of files) await writeFile(join(temporary, path), bytes, { mode: 0o600 })
  await rm(directory, { recursive: true, force: true })
  await rename(temporary, directory)
}
