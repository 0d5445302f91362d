import { DatabaseError } from '../dialect/connection.ts'
import { SluiceError } from '../errors.ts'

const rights: Readonly<Record<string, string>> = {
  schema: 'usage on schema ',
  table: 'select, insert, update, delete on <schema>.',
  sequence: 'usage on sequence <schema>.',
  database: 'create on database ',
}

/**
 * What was thrown, or in its place the error that names the grant which lets it through, with words in angle brackets for
 * what the server does not say. Apart from `toSluiceError`, for the size of `sluice/migrator`.
 * Source: aclcheck_error in src/backend/catalog/aclchk.c; a server that speaks another language is not understood.
 */
export function withGrant(thrown: unknown): unknown {
  if (!(thrown instanceof DatabaseError)) return thrown
  const { message, state } = thrown
  const [, kind = '', name = ''] = /^permission denied for (\w+) (.+)$/.exec(message) ?? []
  const right = rights[kind]
  if (!right) return thrown
  const grant = `grant ${right}${/^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name}"`} to <user>`
  return new SluiceError('DATABASE_RIGHT_MISSING', { message, state, grant }, { cause: thrown })
}
