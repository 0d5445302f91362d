import type { Connection } from '../dialect/connection.ts'

/** `embedded PostgreSQL 18.6` from `server_version_num` 180006. */
export const engineOf = ({ version, embedded }: Connection): string =>
  `${embedded ? 'embedded ' : ''}PostgreSQL ${Math.floor(version / 10_000)}.${version % 10_000}`
