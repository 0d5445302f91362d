import { readFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import type { Dialect } from '../dialect/dialect.ts'
import type { Config } from '../drizzle/config.ts'
import { lay, type Overlay } from '../drizzle/snapshot/overlay.ts'
import { readSnapshot } from '../drizzle/snapshot/read.ts'
import { originId } from '../drizzle/snapshot/write.ts'
import { SluiceError } from '../errors.ts'
import { type Folder, newestSnapshot } from '../migrate/folder.ts'
import { besideNewest } from '../migrate/history.ts'
import type { Schema } from '../schema/schema.ts'
import type { Context } from './context.ts'
import { beyondAt } from './own-file.ts'

/** A declared state as it lies in a migration folder. */
export interface Stored {
  readonly schema: Schema
  /** The text of its snapshot; null where there is none. */
  readonly text: string | null
  /** What the snapshot cannot hold; null where it holds all. */
  readonly beyond: Overlay | null
}

/** The state that the next migration starts from. */
export interface State extends Stored {
  /** Of its snapshot; `originId` where there is none. */
  readonly id: string
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
  const newest = await newestSnapshot(folder)
  if (!newest) {
    const untouched = { schema: dialect.empty, id: originId, text: null, beyond: null }
    return { ...untouched, read: () => untouched }
  }
  if (newest.warning) warn(newest.warning)
  const beside = besideNewest(folder)
  if (beside.length > 0) throw new SluiceError('SNAPSHOT_FORKED', { newest: basename(newest.file), beside })
  const { text, file } = newest
  const beyond = await beyondAt(folder, basename(file))
  return {
    text,
    beyond,
    read: () => {
      const { id, schema } = readSnapshot(text, relative(root, file))
      return { ...whole(schema, beyond), id, text }
    },
  }
}

/** The state that a snapshot of the folder stands for, by its file's name; undefined for the one before all others. */
export async function storedState(folder: Folder, name: string | undefined, dialect: Dialect): Promise<Stored> {
  if (name === undefined) return { schema: dialect.empty, text: null, beyond: null }
  const file = join(folder.path, 'meta', name)
  const text = await readFile(file, 'utf8')
  return { ...whole(readSnapshot(text, file).schema, await beyondAt(folder, name)), text }
}

const whole = (schema: Schema, beyond: Overlay | null): Omit<Stored, 'text'> => ({
  schema: beyond ? lay(beyond, schema) : schema,
  beyond,
})
