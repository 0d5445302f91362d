import type { SluiceError } from '../errors.ts'
import type { Colors } from './terminal.ts'

/** What `--json` prints of an error. */
export const errorJson = ({ code, message, hint, details }: SluiceError) => ({ code, message, hint, details })

/** An error for a person: what happened, what to type next, and the code to look up. */
export function errorText(error: SluiceError, { red, dim, bold }: Colors): string {
  const stack = error.code === 'DEFECT' && error.cause instanceof Error ? [dim(error.cause.stack ?? '')] : []
  return [
    `${red(bold('error'))} ${error.message} ${dim(`[${error.code}]`)}`,
    ...error.hint.split('\n').map((line, i) => `${i === 0 ? bold('hint ') : '     '} ${line}`),
    ...stack,
  ].join('\n')
}
