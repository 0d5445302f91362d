import { DatabaseError } from '../dialect/connection.ts'
import { SluiceError } from '../errors.ts'

/** Whatever was thrown, as an error with a code: what the operating system, the database or a defect of ours says. */
export function toSluiceError(thrown: unknown, signal: AbortSignal): SluiceError {
  // Whatever fails once the run is to end fails because of that.
  if (signal.aborted) return interruption(signal)
  if (thrown instanceof SluiceError) return thrown
  if (thrown instanceof DatabaseError) {
    const { message, state, detail } = thrown
    return new SluiceError('DATABASE_FAILED', { message, state, ...(detail && { detail }) }, { cause: thrown })
  }
  const { code, path, syscall, message } = thrown as NodeJS.ErrnoException
  if (thrown instanceof Error && syscall && code)
    return new SluiceError('FILE_FAILED', { path: path ?? syscall, message, reason: code }, { cause: thrown })
  return new SluiceError('DEFECT', { message: thrown instanceof Error ? message : String(thrown) }, { cause: thrown })
}

/** The error that an aborted run ends with: the reason, if it is one of ours. */
export const interruption = ({ reason }: AbortSignal): SluiceError =>
  reason instanceof SluiceError ? reason : new SluiceError('INTERRUPTED', {}, { cause: reason })
