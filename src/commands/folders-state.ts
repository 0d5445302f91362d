import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { conflictOf } from '../drizzle/snapshot/v1/conflict.ts'
import type { Rows } from '../drizzle/snapshot/v1/deltas.ts'
import { headsOf, parentsOf, parseSnapshot, type Stored, stateAfter } from '../drizzle/snapshot/v1/read.ts'
import { rowsOf, writeSnapshot } from '../drizzle/snapshot/v1/write.ts'
import { SluiceError } from '../errors.ts'
import type { Folder, Listing } from '../migrate/folder.ts'
import { snapshotPath } from '../migrate/layout.ts'
import { idFrom } from '../repair/new-id.ts'
import type { Schema } from '../schema/schema.ts'

/** What the snapshots of a folder in the layout of drizzle-kit 1.0 lead to. */
export interface Newest {
  /** The snapshots that the next one follows, the newest first; several where branches were merged. */
  readonly parents: readonly string[]
  readonly rows: Rows
  /** What the next one is to be written as. */
  readonly version: '8' | '9'
}

const read = new WeakMap<Listing, readonly Stored[]>()

/**
 * All snapshots of a folder, in its order: most hold only what changed.
 * @throws SluiceError `SNAPSHOT_CONFLICT`, `SNAPSHOT_INVALID`, `SNAPSHOT_VERSION`
 */
export function snapshotsIn(folder: Listing, root = folder.path): readonly Stored[] {
  const known = read.get(folder)
  if (known) return known
  const all = folder.snapshots.map((tag) => {
    const file = join(folder.path, snapshotPath('v1', tag))
    return { tag, json: parseSnapshot(readFileSync(file, 'utf8'), relative(root, file)) }
  })
  read.set(folder, all)
  return all
}

/**
 * Where the next migration starts.
 * @throws SluiceError `SNAPSHOT_BRANCHES_CONFLICT`, and what `snapshotsIn` throws
 */
export function newestIn(folder: Listing, root: string): Newest {
  const all = snapshotsIn(folder, root)
  const heads = headsOf(all)
  const conflict = conflictOf(heads, all)
  if (conflict) throw new SluiceError('SNAPSHOT_BRANCHES_CONFLICT', { ...conflict, what: namesOf(conflict.node) })
  const parents = heads.map(({ json }) => json.id)
  return { parents, rows: stateAfter(parents, all), version: all.at(-1)?.json.version ?? '9' }
}

/** `public.users.email` of `n|col|public.users.email`. */
const namesOf = (node: string) => node.split('|').slice(2).join('|')

/** The rows of the state that a snapshot of the folder stands for. */
export function rowsAt(folder: Folder, tag: string): Rows {
  const all = snapshotsIn(folder)
  return stateAfter([all.find((stored) => stored.tag === tag)!.json.id], all)
}

/** The rows of the state after all migrations up to this one by name, also those of other branches. */
export function rowsUpTo(folder: Folder, tag: string): Rows {
  const all = snapshotsIn(folder).filter((stored) => stored.tag <= tag)
  return stateAfter(
    headsOf(all).map(({ json }) => json.id),
    all,
  )
}

/** The rows of the state that a migration starts from: that of the snapshots which its own follows. */
export function rowsBefore(folder: Folder, tag: string): Rows {
  const all = snapshotsIn(folder)
  const own = all.find((stored) => stored.tag === tag)
  if (own) return stateAfter(parentsOf(own.json), all)
  const before = all.findLast((stored) => stored.tag < tag)
  return stateAfter(before ? [before.json.id] : [], all)
}

/** The text of a migration's snapshot that follows those before it, whatever the next one says that it follows. */
export function snapshotAfter(folder: Folder, tag: string, state: Schema): string {
  const all = snapshotsIn(folder)
  const before = all.filter((stored) => stored.tag < tag)
  const parents = headsOf(before).map(({ json }) => json.id)
  const from = stateAfter(parents, all)
  const to = rowsOf(state, from)
  const ids = new Set(all.map(({ json }) => json.id))
  const place = folder.journal.entries.findIndex((entry) => entry.tag === tag)
  const next = all.find((stored) => stored.tag === folder.journal.entries[place + 1]?.tag)?.json
  const id = next && parentsOf(next).find((parent) => !ids.has(parent))
  return writeSnapshot({
    id: id ?? idFrom(`${tag} ${state.hash()}`),
    parents,
    version: all.at(-1)?.json.version ?? '9',
    from,
    to,
  })
}

/** A state as text, for the hash that a proof is bound to; null of an untouched database. */
export const rowsText = (rows: Rows): string | null => (rows.size > 0 ? JSON.stringify([...rows.values()]) : null)
