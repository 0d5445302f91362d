const string = String.raw`"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"`
const number = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`

/** The offset of what is not JSON. JSON.parse tells it for some errors only, and each engine in other words. */
export function offsetOfJsonError(text: string): number {
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
