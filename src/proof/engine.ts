import type { Connection, DatabaseError } from '../dialect/connection.ts'
import { lacksExtension } from '../postgres/extension-of.ts'
import { touchesShared } from '../postgres/server/shared-state.ts'

/** `embedded PostgreSQL 18.6` from `server_version_num` 180006. */
export const engineOf = ({ version, embedded }: Connection): string =>
  `${embedded ? 'embedded ' : ''}PostgreSQL ${Math.floor(version / 10_000)}.${version % 10_000}`

/** Where a statement was refused because of what it ran on, which says nothing of the migration: why, and what helps. */
export function limitOf(error: DatabaseError, { embedded }: Connection): string | undefined {
  if (touchesShared(error)) return error.message
  if (!lacksExtension(error.message)) return undefined
  return `the engine lacks an extension: ${error.message}${embedded ? '; shadow in the config names a server that has it' : ''}`
}
