import { SluiceError } from '../errors.ts'

const units: Readonly<Record<string, number>> = { '': 1, ms: 1, s: 1_000, min: 60_000 }

/**
 * Reads `500ms`, `5s`, `2min`; a bare number is milliseconds, as in Postgres.
 * @throws SluiceError `OPTION_INVALID`
 */
export function milliseconds(option: string, text: string): number {
  const [, number, unit = ''] = /^(\d+) ?(ms|s|min)?$/.exec(text.trim()) ?? []
  const ms = Number(number) * units[unit]!
  if (ms > 0) return ms
  throw new SluiceError('OPTION_INVALID', { option, problem: `${JSON.stringify(text)} is no time: 500ms, 5s or 2min` })
}
