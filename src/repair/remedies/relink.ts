import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { originId } from '../../drizzle/snapshot/write.ts'
import { snapshotName } from '../../migrate/layout.ts'
import { idFrom } from '../new-id.ts'
import type { Remedy } from '../remedy.ts'

/** Every snapshot has an id of its own, and follows the one before it. */
export const relink: Remedy = {
  id: 'relink',
  mends: ['chainBroken', 'forked', 'snapshotIdTwice'],
  async apply(bench) {
    const { path, journal, snapshots } = await bench.read()
    const did: string[] = []
    const ids = new Set<string>()
    let before: string | undefined
    for (const name of new Set(journal.entries.map(({ tag }) => snapshotName(tag)))) {
      if (!snapshots.includes(name)) continue
      const text = await readFile(join(path, 'meta', name), 'utf8')
      const was = JSON.parse(text) as { readonly id: string; readonly prevId: string }
      const id = ids.has(was.id) ? idFrom(`${name} ${was.id}`) : was.id
      const prevId = before ?? (ids.size === 0 ? was.prevId : originId)
      ids.add(id)
      before = id
      if (id === was.id && prevId === was.prevId) continue
      await bench.write(join('meta', name), withIds(text, { id, prevId }))
      did.push(`${name} follows ${prevId}${id === was.id ? '' : `, with the new id ${id}`}`)
    }
    return { did }
  },
}

/** The rest of the text stays as it is: these two stand at its beginning. */
const withIds = (text: string, { id, prevId }: { readonly id: string; readonly prevId: string }): string =>
  text
    .replace(/("id"\s*:\s*)"[^"]*"/, (_, head: string) => `${head}${JSON.stringify(id)}`)
    .replace(/("prevId"\s*:\s*)"[^"]*"/, (_, head: string) => `${head}${JSON.stringify(prevId)}`)
