import { lex } from './sql/lex.ts'
import { literal } from './sql/quote.ts'

const name = String.raw`(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)`

/** A key that is compared by the operators of its type: a column, a call or parentheses, perhaps with a collation. */
const comparable = new RegExp(
  String.raw`^(?:\(.*\)|${name}(?:\.${name})*(?:\(.*\))?)(?:\s+COLLATE\s+${name}(?:\.${name})?)?$`,
  'isu',
)

/**
 * Which rows a bound takes, as a condition in SQL; the values stay the text that they are (manual, CREATE TABLE).
 * `by` follows PARTITION BY in the table, `whole` is its name as SQL; `beside` are the bounds of its other partitions, which
 * leave the rest to DEFAULT. Undefined where no query can say it.
 */
export function taken(
  bound: string,
  { by, whole, beside }: { readonly by: string; readonly whole: string; readonly beside: () => readonly string[] },
): string | undefined {
  const [[strategy, keys] = ['', []]] = listsIn(by)
  if (!keys.every((one) => comparable.test(one))) return undefined
  if (/^default$/i.test(bound)) {
    const others = beside().map((other) => taken(other, { by, whole, beside }))
    return others.includes(undefined) ? undefined : `(${others.join(' OR ') || 'false'}) IS NOT TRUE`
  }
  const values = listsIn(bound)
  if (strategy === 'LIST') return inList(keys[0]!, values.get('IN')!)
  if (strategy === 'RANGE') return inRange(keys, values.get('FROM')!, values.get('TO')!)
  const [modulus, remainder] = values.get('WITH')!.map((text) => text.replace(/\D/g, ''))
  return `satisfies_hash_partition(${literal(whole)}::regclass, ${modulus}, ${remainder}, ${keys.join(', ')})`
}

function inList(key: string, values: readonly string[]): string {
  const given = values.filter((value) => !/^null$/i.test(value))
  const all = [
    ...(given.length > 0 ? [`${key} IN (${given.join(', ')})`] : []),
    ...(given.length < values.length ? [`${key} IS NULL`] : []),
  ]
  return `(${all.join(' OR ')})`
}

function inRange(keys: readonly string[], from: readonly string[], to: readonly string[]): string {
  const all = [
    ...keys.map((key) => `${key} IS NOT NULL`),
    ...edge(keys, from, { at: '>=', beyond: '>' }),
    ...edge(keys, to, { at: '<', beyond: '<=' }),
  ]
  return `(${all.join(' AND ')})`
}

/** What follows MINVALUE or MAXVALUE counts for nothing: rows that agree in all before it lie after the one, and before the other. */
function edge(
  keys: readonly string[],
  values: readonly string[],
  { at, beyond }: Readonly<Record<'at' | 'beyond', string>>,
): readonly string[] {
  const end = values.findIndex((value) => /^(?:min|max)value$/i.test(value))
  if (end === 0) return []
  const count = end < 0 ? values.length : end
  const operator = /^maxvalue$/i.test(values[end] ?? '') ? beyond : at
  return [`(${keys.slice(0, count).join(', ')}) ${operator} (${values.slice(0, count).join(', ')})`]
}

/** The lists of a text, `FROM (1, 2) TO (3, 4)`, by the words before them. */
function listsIn(text: string): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, readonly string[]>()
  let list: string[] = []
  let [word, depth, start] = ['', 0, 0]
  for (const { text: part, offset } of lex(text)) {
    const isOpening = part === '(' || part === '['
    const isClosing = part === ')' || part === ']'
    if (isOpening && depth === 0) [list, start] = [[], offset + 1]
    else if (depth === 1 && (isClosing || part === ',')) {
      list.push(text.slice(start, offset).trim())
      start = offset + 1
      if (isClosing) lists.set(word, list)
    } else if (depth === 0) word = part.toUpperCase()
    if (isOpening) depth += 1
    if (isClosing) depth -= 1
  }
  return lists
}
