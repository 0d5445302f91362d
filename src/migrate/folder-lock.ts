import { mkdir, readdir, rm, rmdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { SluiceError } from '../errors.ts'
import { acquire } from '../postgres/embedded/owner-lock.ts'
import { endChange } from './change.ts'

interface FolderLockOptions {
  /** How long to wait for another process, in milliseconds; default: one minute. */
  readonly wait?: number
  /** Called once with the process that holds the lock. */
  readonly onWait?: (pid: number) => void
  readonly signal?: AbortSignal
}

/** Nothing can be written here, so there is nothing to protect: the writing itself will say why. */
const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTSUP', 'ENOTDIR', 'EEXIST'])

/**
 * Makes this process the only one that writes to a migration folder, and ends what a killed one had begun there. It comes
 * before the folder is read. Returns what gives the lock back. The lock file is `<out>/sluice/.lock`, where drizzle-kit
 * does not look.
 * @throws SluiceError `FOLDER_BUSY`, `LOCK_FILE_INVALID`
 */
export async function lockFolder(out: string, options: FolderLockOptions = {}): Promise<() => Promise<void>> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await attemptLock(out, options)
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      if (unwritable.has(code)) return async () => {}
      // Another process gave its lock back and removed the empty folder just now; or the folder can never be made.
      if (code !== 'ENOENT' || attempt === 100) throw error
    }
}

async function attemptLock(out: string, options: FolderLockOptions): Promise<() => Promise<void>> {
  const { wait = 60_000, onWait, signal } = options
  const home = resolve(out, 'sluice')
  const lock = join(out, 'sluice', '.lock')
  const made = await mkdir(home, { recursive: true })
  const release = await acquire(lock, { wait, ...(onWait && { onWait }), ...(signal && { signal }) }, (owner) => {
    throw new SluiceError('FOLDER_BUSY', { path: out, pid: owner.pid, host: owner.host, lock })
  })
  const end = async () => {
    await release()
    if (made !== undefined) await removeEmpty([home, resolve(out)].filter((folder) => folder.startsWith(made)))
  }
  try {
    await removeDeadDrafts(home)
    await endChange(out)
  } catch (error) {
    await end()
    throw error
  }
  return end
}

/** A lock is drafted under a name of its own, and stays there when its process is killed while it waits. */
async function removeDeadDrafts(home: string): Promise<void> {
  const anHourAgo = Date.now() - 3_600_000
  for (const name of await readdir(home)) {
    if (!name.startsWith('.lock.')) continue
    const file = join(home, name)
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
    if (mtimeMs < anHourAgo) await rm(file, { force: true })
  }
}

async function removeEmpty(folders: readonly string[]): Promise<void> {
  for (const folder of folders) await rmdir(folder).catch(() => {})
}
