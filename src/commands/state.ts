import { basename, relative } from 'node:path'
import type { Dialect } from '../dialect/dialect.ts'
import type { Config } from '../drizzle/config.ts'
import { readSnapshot } from '../drizzle/snapshot/read.ts'
import { originId } from '../drizzle/snapshot/write.ts'
import { SluiceError } from '../errors.ts'
import { type Folder, newestSnapshot } from '../migrate/folder.ts'
import { besideNewest } from '../migrate/history.ts'
import type { Schema } from '../schema/schema.ts'
import type { Context } from './context.ts'

/** The state that the next migration starts from. */
export interface State {
  readonly schema: Schema
  /** Of its snapshot; `originId` where there is none. */
  readonly id: string
  /** The snapshot's text; null where there is none. */
  readonly text: string | null
}

/**
 * The newest snapshot of a folder; without one, an untouched database.
 * @throws SluiceError `SNAPSHOT_…`, `UNSUPPORTED_OBJECT`
 */
export async function newestState(
  folder: Folder,
  dialect: Dialect,
  { root }: Config,
  { warn }: Context,
): Promise<State> {
  const newest = await newestSnapshot(folder)
  if (!newest) return { schema: dialect.empty, id: originId, text: null }
  if (newest.warning) warn(newest.warning)
  const beside = besideNewest(folder)
  if (beside.length > 0) throw new SluiceError('SNAPSHOT_FORKED', { newest: basename(newest.file), beside })
  const { id, schema } = readSnapshot(newest.text, relative(root, newest.file))
  return { schema, id, text: newest.text }
}
