import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { apply, keyed } from '../../drizzle/snapshot/v1/deltas.ts'
import type { SnapshotJson } from '../../drizzle/snapshot/v1/format.ts'
import { originId } from '../../drizzle/snapshot/write.ts'
import type { Folder } from '../../migrate/folder.ts'
import { snapshotPath } from '../../migrate/layout.ts'
import { idFrom } from '../new-id.ts'
import type { Relinked } from './relink.ts'

/**
 * In the layout of drizzle-kit 1.0 a snapshot may follow several and be followed by several. One that follows none of those
 * before it follows all that nobody follows yet; one with the id of another comes after that one.
 */
export async function relinkFolders({ path, snapshots }: Folder): Promise<readonly Relinked[]> {
  const relinked: Relinked[] = []
  /** What goes by an id now, by the id that it had. */
  const ids = new Map<string, string>()
  const heads = new Set<string>()
  for (const tag of snapshots) {
    const file = snapshotPath('v1', tag)
    const was = JSON.parse(await readFile(join(path, file), 'utf8')) as SnapshotJson
    const twin = ids.get(was.id)
    const id = twin === undefined ? was.id : idFrom(`${tag} ${was.id}`)
    const parents = parentsOf(was, twin, ids, heads)
    ids.set(was.id, id)
    for (const parent of parents) heads.delete(parent)
    heads.add(id)
    const prevIds = parents.length > 0 ? parents : [originId]
    if (id === was.id && prevIds.join() === was.prevIds.join()) continue
    const says = `${tag} follows ${prevIds.join(' and ')}${id === was.id ? '' : `, with the new id ${id}`}`
    const json = parents.length === 0 ? asFirst(was) : was
    relinked.push({ path: file, text: JSON.stringify({ ...json, id, prevIds }, null, 2), says })
  }
  return relinked
}

function parentsOf(
  { prevIds }: SnapshotJson,
  twin: string | undefined,
  ids: ReadonlyMap<string, string>,
  heads: ReadonlySet<string>,
): readonly string[] {
  if (twin !== undefined) return [twin]
  const named = prevIds.filter((prevId) => prevId !== originId)
  const known = named.flatMap((prevId) => ids.get(prevId) ?? [])
  return named.length > 0 && known.length === 0 ? [...heads].reverse() : known
}

/** What changes an untouched database is all that there is. */
function asFirst(json: SnapshotJson): SnapshotJson {
  if (!('deltas' in json)) return json
  const rows = keyed([])
  apply(rows, json.deltas)
  const { deltas: _, ...rest } = json
  return { ...rest, type: 'base', ddl: [...rows.values()] }
}
