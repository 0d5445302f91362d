import { DatabaseError } from '../../dialect/connection.ts'
import { SluiceError } from '../../errors.ts'
import type { Folder } from '../../migrate/folder.ts'
import { snapshotName, snapshotPath } from '../../migrate/layout.ts'
import { readCatalog } from '../../postgres/catalog.ts'
import { changesOf, keysOf } from '../../proof/converge.ts'
import { type Halt, type Replay, replayOf } from '../../proof/replay.ts'
import { type Key, keyOf, type Obj } from '../../schema/object.ts'
import { Schema } from '../../schema/schema.ts'
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
    const { migrations, layout } = await bench.read()
    const left = new Set(names.map((name) => (layout === 'v0' && !name.endsWith('.json') ? snapshotName(name) : name)))
    const replay = replayOf({ ...tools, migrations })
    try {
      for (const [place, { tag }] of migrations.entries()) {
        const name = snapshotName(tag, layout)
        if (!left.has(name)) continue
        tools.progress(`restoring the snapshot of ${tag}`)
        const before = await foundAt(replay, layout === 'v1' ? place : place + 1)
        const found = layout === 'v1' && !('why' in before) ? await foundAt(replay, place + 1) : before
        if ('why' in before || 'why' in found) {
          cannot.push(`the snapshot of ${tag} cannot be restored: ${(found as Halt).why}`)
          continue
        }
        const folder = await bench.read()
        const readable = { ...folder, snapshots: folder.snapshots.filter((each) => !left.has(each)) }
        try {
          const beside = await neighbours(readable, place, tools)
          const state = await declared(found, beside, (k) => !before.has(k), tools)
          const path = snapshotPath(layout, name)
          await bench.write(path, tools.snapshot(readable, tag, state))
          left.delete(name)
          did.push(`${path} holds what the migrations make up to ${tag}`)
        } catch (error) {
          // One before it follows one that is gone, which is mended after this.
          if (!(error instanceof SluiceError) || error.code !== 'SNAPSHOT_PARENT_MISSING') throw error
          cannot.push(`the snapshot of ${tag} is restored once those before it are linked: run sluice repair again`)
        }
      }
    } finally {
      await replay.close()
    }
    return { did, cannot }
  },
}

async function foundAt(replay: Replay, count: number): Promise<Schema | Halt> {
  const standing = await replay.at(count)
  if ('why' in standing) return standing
  const schema = await readCatalog(standing.connection)
  await standing.connection.close()
  return schema
}

/**
 * The states of the nearest snapshots that can be read: the one after it says best what was meant, then the one before. In
 * the layout of drizzle-kit 1.0 those after it say only what changes after this one.
 */
function neighbours(folder: Folder, place: number, { state }: Tools): Promise<readonly Schema[]> {
  const { layout, migrations, snapshots } = folder
  const isThere = (name: string) => snapshots.includes(name)
  const names = migrations.map(({ tag }) => snapshotName(tag, layout))
  const after = layout === 'v0' ? names.slice(place + 1).find(isThere) : undefined
  const near = [after, names.slice(0, place).findLast(isThere)]
  return Promise.all(near.flatMap((name) => (name === undefined ? [] : [state(folder, name)])))
}

/**
 * The state that a database holds, in the words of the declared states that mean the same. What neither knows, no schema file
 * declares, unless the migration itself has made it.
 */
async function declared(
  found: Schema,
  beside: readonly Schema[],
  isMade: (k: Key) => boolean,
  tools: Tools,
): Promise<Schema> {
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
  const isKnown = (k: Key) => beside.some((state) => state.has(k)) || isMade(k)
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
