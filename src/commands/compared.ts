import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder, isOurs, ownVersion, prune } from '../drizzle/cache.ts'
import type { Schema } from '../schema/schema.ts'
import type { Unread } from './state.ts'

/** What is known of whether a snapshot says just what the schema files declare. */
export interface Compared {
  /** Whether an earlier run has found them to be the same. */
  isSame(): Promise<boolean>
  /** Keeps that they are the same, where there is a place for it. */
  keep(): Promise<void>
}

/** The comparison of just these two: an empty file of the project's cache, named by the text of both. */
export function compared(root: string, { text, beyond }: Unread, declared: Schema): Compared {
  const cache = cacheFolder(root)
  const digest = createHash('sha256').update(JSON.stringify([ownVersion(), beyond, text?.length]))
  digest.update(text ?? '')
  for (const object of declared) digest.update(JSON.stringify(object))
  const file = join(cache, `same-${digest.digest('hex')}`)
  return {
    isSame: async () => {
      const known = existsSync(file) && (await isOurs(cache))
      if (known) await utimes(file, new Date(), new Date()).catch(() => {})
      return known
    },
    keep: async () => {
      try {
        await mkdir(cache, { recursive: true, mode: 0o700 })
        if (!(await isOurs(cache))) return
        await writeFile(file, '')
        await prune(cache)
      } catch {
        // The next run compares once more.
      }
    },
  }
}
