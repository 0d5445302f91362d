import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { SluiceError } from '../../errors.ts'

/** Who holds a lock file. */
export interface Owner {
  readonly pid: number
  readonly host: string
  /** When the process started, in ms since 1970. */
  readonly started: number
  /** Made up for every lock that is taken, so that a dead one can be told from its successor. */
  readonly id: string
}

interface AcquireOptions {
  /** Milliseconds. */
  readonly wait: number
  /** Called once, when there is somebody to wait for. */
  readonly onWait?: (pid: number) => void
  readonly signal?: AbortSignal
}

/**
 * Takes a lock file that names its owner, waiting for one that is alive and replacing one that is dead. Returns what
 * gives it back. `refuse` throws when the wait is over.
 *
 * @throws SluiceError `LOCK_FILE_INVALID` when the file does not say whose it is.
 */
export async function acquire(
  path: string,
  { wait, onWait, signal }: AcquireOptions,
  refuse: (owner: Owner) => never,
): Promise<() => Promise<void>> {
  const me: Owner = { pid: process.pid, host: hostname(), started: started(), id: randomUUID() }
  // Written whole, to the disk, and then linked: nobody ever reads half of a lock, not even after a power cut.
  const draft = `${path}.${me.id}`
  // Only while it is ours: who closes twice must not take the lock of the next one.
  const release = async () => {
    if ((await read(path))?.id === me.id) await rm(path, { force: true })
  }
  const deadline = Date.now() + wait
  let told = false
  try {
    await writeFile(draft, JSON.stringify(me), { flush: true })
    for (;;) {
      if (await claim(draft, path)) return release
      const owner = await read(path)
      if (!owner) continue
      if (alive(owner)) {
        if (Date.now() >= deadline) refuse(owner)
        if (!told) onWait?.(owner.pid)
        told = true
        await sleep(50, undefined, { ...(signal && { signal }) })
      } else if (await replace(draft, path, owner, refuse)) return release
    }
  } finally {
    await rm(draft, { force: true })
  }
}

/**
 * Puts our lock in the place of a dead one. Of all who found that one dead only the holder of a second lock, named after
 * it, may do so, and only while it still stands there: a latecomer would otherwise remove the lock of its successor.
 */
async function replace(draft: string, path: string, dead: Owner, refuse: (owner: Owner) => never): Promise<boolean> {
  const done = await acquire(`${path}.${dead.id}.dead`, { wait: 10_000 }, refuse)
  try {
    if ((await read(path))?.id !== dead.id) return false
    await rename(draft, path)
    return true
  } finally {
    await done()
  }
}

async function claim(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function read(path: string): Promise<Owner | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  try {
    const owner: Owner = JSON.parse(text)
    if (typeof owner.id === 'string' && Number.isInteger(owner.pid)) return owner
  } catch {}
  throw new SluiceError('LOCK_FILE_INVALID', { file: path })
}

const started = (): number => Math.round(Date.now() - process.uptime() * 1000)

/** Another host's processes cannot be asked about: they count as alive. */
function alive(owner: Owner): boolean {
  if (owner.host !== hostname()) return true
  // In a container every run of a process may have the same pid.
  if (owner.pid === process.pid) return Math.abs(owner.started - started()) < 2000
  try {
    process.kill(owner.pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
