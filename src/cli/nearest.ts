/** The start of a hint that names what was probably meant: `--allow-loss? ` for `--alow-los`; empty where nothing is near. */
export function nearest(typed: string, known: readonly string[]): string {
  const limit = Math.max(2, Math.floor(typed.length / 3))
  const [best] = known.map((one) => ({ one, far: distance(typed, one) })).sort((a, b) => a.far - b.far)
  return best && best.far <= limit ? `did you mean ${best.one}? ` : ''
}

/** How many letters must be added, removed or replaced (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}
