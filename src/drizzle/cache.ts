import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { temporaryCache } from '../postgres/embedded/temporary-cache.ts'

/** The project's own cache, once there is a `.sluice` that git does not see; else one in the temporary folder. */
export function cacheFolder(root: string): string {
  const own = join(root, '.sluice')
  return existsSync(join(own, '.gitignore')) ? join(own, 'cache') : temporaryCache()
}

/** The newest stay, of several states each: whoever goes from branch to branch finds each again. */
export async function prune(cache: string): Promise<void> {
  const found = await Promise.all(
    (await namesIn(cache, '')).map(async (name) => ({ name, used: (await stat(join(cache, name))).mtimeMs })),
  )
  const old = found
    .sort((a, b) => b.used - a.used)
    .slice(32)
    // Not what another process may be about to import.
    .filter(({ used }) => used < Date.now() - 600_000)
  await Promise.all(old.map(({ name }) => rm(join(cache, name), { recursive: true, force: true })))
}

/** Names of what lies in a cache, by their beginning. */
export const namesIn = async (cache: string, prefix: string): Promise<readonly string[]> =>
  (await readdir(cache).catch(() => [])).filter((name) => /^(bundle|draft|same)-/.test(name) && name.startsWith(prefix))

/** What another user may write is not code to run. */
export const isOurs = async (folder: string) => {
  const { uid } = await stat(folder).catch(() => ({ uid: undefined }))
  return uid !== undefined && (!process.getuid || uid === process.getuid())
}

/** Another version makes and reads other things. */
export const ownVersion = (): string => createRequire(import.meta.url)('sluice/package.json').version
