import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { originId } from '../../drizzle/snapshot/write.ts'
import type { Folder } from '../../migrate/folder.ts'
import { snapshotName, snapshotPath } from '../../migrate/layout.ts'
import { idFrom } from '../new-id.ts'
import type { Remedy } from '../remedy.ts'
import { relinkFolders } from './relink-folders.ts'

/** Every snapshot has an id of its own, and follows the one before it. */
export const relink: Remedy = {
  id: 'relink',
  mends: ['chainBroken', 'forked', 'snapshotIdTwice'],
  async apply(bench) {
    const folder = await bench.read()
    const texts = folder.layout === 'v1' ? await relinkFolders(folder) : await relinkFiles(folder)
    for (const { path, text } of texts) await bench.write(path, text)
    return { did: texts.map(({ says }) => says) }
  },
}

/** A snapshot that says something else of its place. */
export interface Relinked {
  /** Inside the folder. */
  readonly path: string
  readonly text: string
  readonly says: string
}

async function relinkFiles({ path, journal, snapshots }: Folder): Promise<readonly Relinked[]> {
  const relinked: Relinked[] = []
  const ids = new Set<string>()
  let before: string | undefined
  for (const name of new Set(journal.entries.map(({ tag }) => snapshotName(tag)))) {
    if (!snapshots.includes(name)) continue
    const text = await readFile(join(path, snapshotPath('v0', name)), 'utf8')
    const was = JSON.parse(text) as { readonly id: string; readonly prevId: string }
    const id = ids.has(was.id) ? idFrom(`${name} ${was.id}`) : was.id
    const prevId = before ?? (ids.size === 0 ? was.prevId : originId)
    ids.add(id)
    before = id
    if (id === was.id && prevId === was.prevId) continue
    const says = `${name} follows ${prevId}${id === was.id ? '' : `, with the new id ${id}`}`
    relinked.push({ path: snapshotPath('v0', name), text: withIds(text, { id, prevId }), says })
  }
  return relinked
}

/** The rest of the text stays as it is: these two stand at its beginning. */
const withIds = (text: string, { id, prevId }: { readonly id: string; readonly prevId: string }): string =>
  text
    .replace(/("id"\s*:\s*)"[^"]*"/, (_, head: string) => `${head}${JSON.stringify(id)}`)
    .replace(/("prevId"\s*:\s*)"[^"]*"/, (_, head: string) => `${head}${JSON.stringify(prevId)}`)
