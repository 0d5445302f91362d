import { relative } from 'node:path'
import type { Config } from '../drizzle/config.ts'
import { SluiceError } from '../errors.ts'
import { type Folder, readFolder } from '../migrate/folder.ts'
import { lockFolder } from '../migrate/folder-lock.ts'
import type { Context } from './context.ts'

/**
 * The migration folder, which must be there, with a word about files that nobody applies.
 * @throws SluiceError `FOLDER_MISSING`, and what `readFolder` throws
 */
export async function readMigrations({ warn }: Context, { out, root }: Config): Promise<Folder> {
  const folder = await readFolder(out)
  if (!folder.exists) throw new SluiceError('FOLDER_MISSING', { folder: out })
  if (folder.orphans.length > 0)
    warn(`in ${relative(root, out) || '.'}, but in no journal, so never applied: ${folder.orphans.join(', ')}`)
  return folder
}

/**
 * Works as the only run that writes to a migration folder, once another one has ended.
 * @throws SluiceError `FOLDER_BUSY`
 */
export async function whileLocked<T>(out: string, { signal, warn }: Context, work: () => Promise<T>): Promise<T> {
  const onWait = (pid: number) => warn(`waiting for process ${pid}, which is writing to ${out}`)
  const unlock = await lockFolder(out, { signal, onWait })
  try {
    return await work()
  } finally {
    await unlock()
  }
}
