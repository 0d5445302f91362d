import { readFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import type { Dialect } from '../dialect/dialect.ts'
import type { Config } from '../drizzle/config.ts'
import { lay, type Overlay } from '../drizzle/snapshot/overlay.ts'
import { readSnapshot } from '../drizzle/snapshot/read.ts'
import type { Rows } from '../drizzle/snapshot/v1/deltas.ts'
import { schemaOf } from '../drizzle/snapshot/v1/read.ts'
import * as v1 from '../drizzle/snapshot/v1/write.ts'
import { beyondSnapshot, newSnapshotId, originId, writeSnapshot } from '../drizzle/snapshot/write.ts'
import { SluiceError } from '../errors.ts'
import { type Folder, newestSnapshot } from '../migrate/folder.ts'
import { besideNewest, sharingNewest } from '../migrate/history.ts'
import { idFrom } from '../repair/new-id.ts'
import type { Schema } from '../schema/schema.ts'
import type { Context } from './context.ts'
import { newestIn, rowsAt, rowsBefore, rowsText, rowsUpTo, snapshotAfter } from './folders-state.ts'
import { beyondAt } from './own-file.ts'
import { snapshotsOf } from './proof-file.ts'

/** A declared state as it lies in a migration folder. */
export interface Stored {
  readonly schema: Schema
  /** The text of its snapshot, or the rows of one of drizzle-kit 1.0; null where there is none. */
  readonly text: string | null
  /** What the snapshot cannot hold; null where it holds all. */
  readonly beyond: Overlay | null
}

/** The state that the next migration starts from. */
export interface State extends Stored {
  /** Of its snapshot; `originId` where there is none. */
  readonly id: string
  /** A snapshot of another state that follows this one, and what that cannot hold. */
  follow(schema: Schema): { readonly text: string; readonly beyond: Overlay | null }
}

/** The same, of a snapshot that is not read yet: of 1,000 tables that takes longer than to read their declarations. */
export interface Unread extends Pick<Stored, 'text' | 'beyond'> {
  /** @throws SluiceError `SNAPSHOT_…` */
  read(): State
}

/**
 * The newest snapshot of a folder, with what it cannot hold; without one, an untouched database.
 * @throws SluiceError `SNAPSHOT_…`, `OWN_FILE_INVALID`
 */
export const newestState = async (...given: Parameters<typeof newestUnread>): Promise<State> =>
  (await newestUnread(...given)).read()

/** @throws SluiceError `SNAPSHOT_…`, `OWN_FILE_INVALID` */
export async function newestUnread(
  folder: Folder,
  dialect: Dialect,
  { root }: Config,
  { warn }: Context,
): Promise<Unread> {
  if (folder.layout === 'v1') return newestOfFolders(folder, root, dialect)
  const newest = await newestSnapshot(folder)
  if (!newest) {
    const untouched = { schema: dialect.empty, text: null, beyond: null, ...following(originId) }
    return { ...untouched, read: () => untouched }
  }
  if (newest.warning) warn(newest.warning)
  const beside = besideNewest(folder)
  if (beside.length > 0) throw new SluiceError('SNAPSHOT_FORKED', { newest: basename(newest.file), beside })
  const sharing = sharingNewest(folder)
  if (sharing.length > 0) throw new SluiceError('SNAPSHOT_SHARED', { newest: basename(newest.file), tags: sharing })
  const { text, file } = newest
  const beyond = await beyondAt(folder, basename(file))
  return {
    text,
    beyond,
    read: () => {
      const { id, schema } = readSnapshot(text, relative(root, file))
      return { ...whole(schema, beyond), text, ...following(id) }
    },
  }
}

const following = (prevId: string): Pick<State, 'id' | 'follow'> => ({
  id: prevId,
  follow: (schema) => ({
    text: writeSnapshot({ id: newSnapshotId(), prevId, schema }),
    beyond: beyondSnapshot(schema),
  }),
})

async function newestOfFolders(folder: Folder, root: string, dialect: Dialect): Promise<Unread> {
  const { parents, rows, version } = newestIn(folder, root)
  const stored = await ofRows(folder, folder.snapshots.at(-1), rows, dialect)
  const state: State = {
    ...stored,
    id: parents[0] ?? originId,
    follow: (schema) => {
      const to = v1.rowsOf(schema, rows)
      const text = v1.writeSnapshot({ id: newSnapshotId(), parents, version, from: rows, to })
      return { text, beyond: v1.beyondRows(schema, to) }
    },
  }
  return { ...state, read: () => state }
}

/** The state that a snapshot of the folder stands for, by its file's name; undefined for the one before all others. */
export async function storedState(folder: Folder, name: string | undefined, dialect: Dialect): Promise<Stored> {
  if (name === undefined) return { schema: dialect.empty, text: null, beyond: null }
  if (folder.layout === 'v1') return ofRows(folder, name, rowsAt(folder, name), dialect)
  const file = join(folder.path, 'meta', name)
  const text = await readFile(file, 'utf8')
  return { ...whole(readSnapshot(text, file).schema, await beyondAt(folder, name)), text }
}

/** The text of a migration's snapshot, with a state that follows those of the snapshots before it. */
export function snapshotOf(folder: Folder, tag: string, schema: Schema): string {
  if (folder.layout === 'v1') return snapshotAfter(folder, tag, schema)
  return writeSnapshot({ id: idFrom(`${tag} ${schema.hash()}`), prevId: originId, schema })
}

/** The state after all migrations up to one that has a snapshot, by the snapshot's name. */
export const stateUpTo = (folder: Folder, name: string, dialect: Dialect): Promise<Stored> =>
  folder.layout === 'v1' ? ofRows(folder, name, rowsUpTo(folder, name), dialect) : storedState(folder, name, dialect)

/**
 * The states before and after a migration; without a snapshot of its own they are one. `read`: for who goes through a whole
 * history, where one is the next one's other.
 */
export async function statesOf(
  folder: Folder,
  tag: string,
  dialect: Dialect,
  read: typeof storedState = storedState,
): Promise<{ readonly before: Stored; readonly after: Stored }> {
  const { from, to } = snapshotsOf(folder, tag)
  const before =
    folder.layout === 'v1'
      ? await ofRows(folder, from, rowsBefore(folder, tag), dialect)
      : await read(folder, from, dialect)
  return { before, after: to === undefined ? before : await read(folder, to, dialect) }
}

async function ofRows(folder: Folder, name: string | undefined, rows: Rows, dialect: Dialect): Promise<Stored> {
  if (name === undefined) return { schema: dialect.empty, text: null, beyond: null }
  return { ...whole(schemaOf(rows), await beyondAt(folder, name)), text: rowsText(rows) }
}

const whole = (schema: Schema, beyond: Overlay | null): Omit<Stored, 'text'> => ({
  schema: beyond ? lay(beyond, schema) : schema,
  beyond,
})
