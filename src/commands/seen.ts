import { existsSync } from 'node:fs'
import type { Config } from '../drizzle/config.ts'
import type { Folder } from '../migrate/folder.ts'
import { readStatus, type Status } from '../migrate/status.ts'
import type { Input, Options } from './command.ts'
import type { Context } from './context.ts'
import { databaseOptions, openTarget } from './open-target.ts'
import { chooseTarget } from './target.ts'

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
 * Looks which migrations the database of the project has applied; null where there is none to look at: `--offline`, or an
 * embedded one that nobody has made yet.
 * @throws SluiceError `DATABASE_…`, `EMBEDDED_…`
 */
export async function look(
  folder: Folder,
  config: Config,
  { url, offline }: Input<typeof seenOptions>,
  context: Context,
): Promise<Seen | null> {
  if (offline) return null
  const target = chooseTarget(config, url)
  if ('directory' in target && !existsSync(target.directory)) return null
  const connection = await openTarget(target, 'read', context)
  try {
    return { target: target.label, status: await readStatus(connection, folder, config.ledger) }
  } finally {
    await connection.close()
  }
}
