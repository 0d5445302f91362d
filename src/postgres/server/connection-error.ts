import { type ErrorCode, SluiceError } from '../../errors.ts'

/** What a failed attempt was aimed at; without a password. */
export interface Target {
  readonly target: string
  readonly host: string
  readonly database: string
}

/** Turns the driver's error about a failed connection into ours, which keeps the server's message. */
export function connectionError(error: unknown, target: Target): SluiceError {
  const { code, message } = reason(error)
  return new SluiceError(
    errorCode(code, message),
    { ...target, message, offline: '', ...(code && { state: code }) },
    { cause: error },
  )
}

/** Several addresses of one name fail as an AggregateError with an empty message. */
function reason(error: unknown): { readonly code: string; readonly message: string } {
  const first = error instanceof AggregateError ? error.errors[0] : error
  const message = first instanceof Error ? first.message : String(first)
  return { code: (first as { code?: string } | undefined)?.code ?? '', message }
}

function errorCode(code: string, message: string): ErrorCode {
  // The driver refuses before the server can, where it is asked for a password and has none.
  if (code === '28P01' || /client password must be|empty string.*password/i.test(message))
    return 'DATABASE_PASSWORD_WRONG'
  if (code === '3D000') return 'DATABASE_NOT_FOUND'
  if (code === '28000' && /no encryption|SSL off/i.test(message)) return 'DATABASE_TLS_FAILED'
  if (code === '28000' || code === '42501') return 'DATABASE_ACCESS_DENIED'
  if (/^(?:E[A-Z]+)$/.test(code) && !code.startsWith('EPROTO')) return 'DATABASE_UNREACHABLE'
  if (/timeout expired|Connection terminated/i.test(message)) return 'DATABASE_UNREACHABLE'
  if (/SSL|TLS|CERT|SIGNED|EPROTO|VERIFY/i.test(code) || /SSL|TLS|certificate/.test(message))
    return 'DATABASE_TLS_FAILED'
  return 'DATABASE_REFUSED'
}
