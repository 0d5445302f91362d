import { join } from 'node:path'
import { DatabaseError } from '../../dialect/connection.ts'
import { originId, writeSnapshot } from '../../drizzle/snapshot/write.ts'
import type { Folder } from '../../migrate/folder.ts'
import { snapshotName } from '../../migrate/layout.ts'
import { survey } from '../../postgres/catalog.ts'
import { changesOf, keysOf } from '../../proof/converge.ts'
import { replayOf } from '../../proof/replay.ts'
import { type Key, keyOf, type Obj } from '../../schema/object.ts'
import { Schema } from '../../schema/schema.ts'
import { idFrom } from '../new-id.ts'
import type { Remedy, Tools } from '../remedy.ts'
import { settled } from '../settled.ts'

/**
 * A snapshot that is gone, or cannot be read, is written from what the history makes up to there. Texts are those of the
 * snapshots beside it where the database means the same: it words them anew, and the next migration is counted from them.
 */
export const restoreSnapshot: Remedy = {
  id: 'restore-snapshot',
  mends: ['snapshotMissing', 'snapshotUnreadable'],
  async apply(bench, names, tools) {
    const [did, cannot]: [string[], string[]] = [[], []]
    const folder = await bench.read()
    const wanted = folder.migrations.filter(({ tag }) => names.includes(tag) || names.includes(snapshotName(tag)))
    const replay = replayOf({ ...tools, migrations: folder.migrations })
    try {
      for (const migration of wanted) {
        const { tag } = migration
        const place = folder.migrations.indexOf(migration)
        tools.progress(`restoring the snapshot of ${tag}`)
        const standing = await replay.at(place + 1)
        if ('why' in standing) {
          cannot.push(`the snapshot of ${tag} cannot be restored: ${standing.why}`)
          continue
        }
        const { schema: found } = await survey(standing.connection)
        await standing.connection.close()
        const beside = await neighbours(folder, place, names, tools)
        const state = await declared(found, beside, tools)
        const text = writeSnapshot({ id: idFrom(`${tag} ${state.hash()}`), prevId: originId, schema: state })
        await bench.write(join('meta', snapshotName(tag)), text)
        did.push(`meta/${snapshotName(tag)} holds what the migrations make up to ${tag}`)
      }
    } finally {
      await replay.close()
    }
    return { did, cannot }
  },
}

/** The states of the nearest snapshots that can be read: the one after it says best what was meant, then the one before. */
async function neighbours({ ...folder }: Folder, place: number, gone: readonly string[], { state }: Tools) {
  const isThere = (tag: string) =>
    folder.snapshots.includes(snapshotName(tag)) && !gone.includes(tag) && !gone.includes(snapshotName(tag))
  const tags = folder.migrations.map(({ tag }) => tag)
  const near = [tags.slice(place + 1).find(isThere), tags.slice(0, place).findLast(isThere)]
  return Promise.all(near.flatMap((tag) => (tag === undefined ? [] : [state(folder, snapshotName(tag))])))
}

/** The state that a database holds, in the words of the declared states that mean the same. What neither knows, no schema file declares. */
async function declared(found: Schema, beside: readonly Schema[], tools: Tools): Promise<Schema> {
  const chosen = new Map<Key, Obj>()
  for (const state of beside) {
    const words = await settled(state, tools).catch(unlessBuilt)
    if (!words) continue
    const other = new Set(changesOf({ from: words, to: found }, tools.dialect).flatMap(keysOf))
    for (const object of state) {
      const k = keyOf(object)
      if (!other.has(k) && found.has(k) && !chosen.has(k)) chosen.set(k, object)
    }
  }
  const isKnown = (k: Key) => beside.some((state) => state.has(k))
  for (const object of found) {
    const k = keyOf(object)
    const isPart = object.parent !== undefined && isKnown(object.parent)
    if (!chosen.has(k) && (isKnown(k) || isPart)) chosen.set(k, object)
  }
  const hasPlace = ({ parent }: Obj): boolean =>
    parent === undefined || (chosen.has(parent) && hasPlace(chosen.get(parent)!))
  return new Schema([...chosen.values()].filter(hasPlace))
}

/** A state that does not build by itself says nothing about words: what the database says is taken. */
function unlessBuilt(error: unknown): undefined {
  if (!(error instanceof DatabaseError)) throw error
}
