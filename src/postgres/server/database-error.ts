import { DatabaseError } from '../../dialect/connection.ts'

/** What pg, postgres-js and PGlite all call the fields of a server's report. */
type Report = Error & Partial<Record<'code' | 'position' | 'detail' | 'hint' | 'where' | 'severity', string>>

/** Turns what a driver rejects with into what the server said. */
export function databaseError(error: unknown): DatabaseError {
  if (!(error instanceof Error)) return new DatabaseError(String(error), {})
  const { message, severity, code: state, position } = error as Report
  // A server's report has a severity; what is without one comes from the socket or the driver.
  const said = severity ? { ...error, state, position: position && Number(position) } : {}
  return new DatabaseError(message, said as ConstructorParameters<typeof DatabaseError>[1], { cause: error })
}
