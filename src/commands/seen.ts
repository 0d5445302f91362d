import { existsSync } from 'node:fs'
import type { Connection } from '../dialect/connection.ts'
import type { Config } from '../drizzle/config.ts'
import { SluiceError } from '../errors.ts'
import type { Folder } from '../migrate/folder.ts'
import { readStatus, type Status } from '../migrate/status.ts'
import type { Input, Options } from './command.ts'
import type { Context } from './context.ts'
import { databaseOptions, openTarget } from './open-target.ts'
import { chooseTarget, type Target } from './target.ts'

/** The options of a command that must not change what is applied somewhere. */
export const seenOptions = {
  ...databaseOptions,
  offline: { type: 'flag', about: 'do not look at the database which migrations are applied' },
} as const satisfies Options

/** How a folder stands to a database. */
export interface Seen {
  /** The database, without its password. */
  readonly target: string
  readonly status: Status
}

/**
 * Opens the database of the project; null where there is none to look at: `--offline`, or an embedded one that nobody has
 * made yet. The caller closes it.
 * @throws SluiceError `DATABASE_…`, `EMBEDDED_…`
 */
export async function openSeen(
  config: Config,
  { url, offline }: Input<typeof seenOptions>,
  access: 'read' | 'write',
  context: Context,
): Promise<{ readonly target: Target; readonly connection: Connection } | null> {
  if (offline) return null
  const target = chooseTarget(config, url)
  if ('directory' in target && !existsSync(target.directory)) return null
  try {
    return { target, connection: await openTarget(target, access, context) }
  } catch (error) {
    if (!(error instanceof SluiceError) || error.code !== 'DATABASE_UNREACHABLE') throw error
    throw new SluiceError(
      error.code,
      { ...error.details, offline: '; or do not look at it: --offline' },
      { cause: error },
    )
  }
}

/** Looks which migrations the database of the project has applied; null and errors as for `openSeen`. */
export async function look(
  folder: Folder,
  config: Config,
  input: Input<typeof seenOptions>,
  context: Context,
): Promise<Seen | null> {
  const seen = await openSeen(config, input, 'read', context)
  if (!seen) return null
  const { target, connection } = seen
  try {
    return { target: target.label, status: await readStatus(connection, folder, config.ledger) }
  } finally {
    await connection.close()
  }
}
