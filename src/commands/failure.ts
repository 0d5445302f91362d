import { DatabaseError } from '../dialect/connection.ts'
import { SluiceError } from '../errors.ts'

/** Whatever was thrown, as an error with a code: what the operating system, the database or a defect of ours says. */
export function toSluiceError(thrown: unknown, signal: AbortSignal): SluiceError {
  // Whatever fails once the run is to end fails because of that.
  if (signal.aborted) return interruption(signal)
  if (thrown instanceof SluiceError) return thrown
  if (thrown instanceof DatabaseError) {
    const { message, state, detail } = thrown
    const grant = state === '42501' ? grantFor(message) : undefined
    const details = { message, state, ...(detail && { detail }), ...(grant && { grant }) }
    return new SluiceError(grant ? 'DATABASE_RIGHT_MISSING' : 'DATABASE_FAILED', details, { cause: thrown })
  }
  const { code, path, syscall, message } = thrown as NodeJS.ErrnoException
  if (thrown instanceof Error && syscall && code)
    return new SluiceError('FILE_FAILED', { path: path ?? syscall, message, reason: code }, { cause: thrown })
  return new SluiceError('DEFECT', { message: thrown instanceof Error ? message : String(thrown) }, { cause: thrown })
}

/** The error that an aborted run ends with: the reason, if it is one of ours. */
export const interruption = ({ reason }: AbortSignal): SluiceError =>
  reason instanceof SluiceError ? reason : new SluiceError('INTERRUPTED', {}, { cause: reason })

/**
 * The grant that lets through what the server has refused, with words in angle brackets for what it does not say.
 * Source: aclcheck_error in src/backend/catalog/aclchk.c; a server that speaks another language is not understood.
 */
function grantFor(message: string): string | undefined {
  const [, kind, given = ''] = /^permission denied for (schema|table|sequence|database) (.+)$/.exec(message) ?? []
  const name = /^[a-z_][a-z0-9_]*$/.test(given) ? given : `"${given.replaceAll('"', '""')}"`
  if (kind === 'schema') return `grant usage on schema ${name} to <user>`
  if (kind === 'table') return `grant select, insert, update, delete on <schema>.${name} to <user>`
  if (kind === 'sequence') return `grant usage on sequence <schema>.${name} to <user>`
  return kind && `grant create on database ${name} to <user>`
}
