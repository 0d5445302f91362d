import { SluiceError } from '../errors.ts'
import { place } from './place.ts'

const string = String.raw`"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"`
const number = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`

/** What a JSON file is called when somebody has to be told that it cannot be read. */
interface Codes {
  readonly conflict: 'JOURNAL_CONFLICT' | 'SNAPSHOT_CONFLICT'
  readonly invalid: 'JOURNAL_INVALID' | 'SNAPSHOT_INVALID'
}

/**
 * The value of a JSON file that people merge.
 * @throws SluiceError of these codes, with the line and the column
 */
export function parseJson(text: string, file: string, codes: Codes): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const conflict = /^<{7}(?: |$)/m.exec(text)
    const { line, column } = place(text, conflict?.index ?? offsetOfJsonError(text))
    const details = { at: `${file}:${line}:${column}`, file, line, column }
    if (conflict) throw new SluiceError(codes.conflict, details, { cause })
    throw new SluiceError(codes.invalid, { ...details, problem: 'this is not JSON' }, { cause })
  }
}

/** The offset of what is not JSON. JSON.parse tells it for some errors only, and each engine in other words. */
function offsetOfJsonError(text: string): number {
  let at = 0
  const take = (pattern: string): boolean => {
    const token = new RegExp(`\\s*(?:${pattern})`, 'y')
    token.lastIndex = at
    const found = token.test(text)
    if (found) at = token.lastIndex
    return found
  }
  const entries = (entry: () => boolean, end: string): boolean => {
    if (take(end)) return true
    do if (!entry()) return false
    while (take(','))
    return take(end)
  }
  const value = (): boolean =>
    take(`${string}|${number}|true|false|null`) ||
    (take('\\{') ? entries(() => take(`${string}\\s*:`) && value(), '}') : take('\\[') && entries(value, '\\]'))
  value()
  take('')
  return at
}
