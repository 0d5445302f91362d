import { join } from 'node:path'
import * as v1 from '../drizzle/snapshot/v1/write.ts'
import { originId } from '../drizzle/snapshot/write.ts'
import type { Folder } from '../migrate/folder.ts'
import { snapshotName, snapshotPath } from '../migrate/layout.ts'
import { rowsUpTo, snapshotsIn } from './folders-state.ts'
import { readText } from './side-files.ts'

/** Texts of snapshots by their path: that of a migration as the first of all, and those that now follow it. */
export async function asFirst(folder: Folder, tag: string): Promise<Readonly<Record<string, string>>> {
  if (folder.layout === 'v1') return asFirstFolder(folder, tag)
  const path = snapshotPath('v0', snapshotName(tag))
  const state = JSON.parse((await readText(join(folder.path, path)))!) as object
  return { [path]: json({ ...state, prevId: originId }) }
}

/** A first snapshot holds a whole state, also that of branches which met by then; what followed one of them follows it. */
function asFirstFolder(folder: Folder, tag: string): Readonly<Record<string, string>> {
  const all = snapshotsIn(folder)
  const { id, version } = all.find((stored) => stored.tag === tag)!.json
  const gone = new Set(all.filter((stored) => stored.tag <= tag).map((stored) => stored.json.id))
  const first = v1.writeSnapshot({ id, parents: [], version, from: new Map(), to: rowsUpTo(folder, tag) })
  const followers = all
    .filter((stored) => stored.tag > tag && stored.json.prevIds.some((prevId) => gone.has(prevId)))
    .map((stored) => {
      const prevIds = new Set(stored.json.prevIds.map((prevId) => (gone.has(prevId) ? id : prevId)))
      return [snapshotPath('v1', stored.tag), json({ ...stored.json, prevIds: [...prevIds] })] as const
    })
  return { [snapshotPath('v1', tag)]: first, ...Object.fromEntries(followers) }
}

const json = (value: object): string => JSON.stringify(value, null, 2)
