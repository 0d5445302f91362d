/** NAMEDATALEN - 1: the bytes that Postgres keeps of a name. */
const limit = 63

/** `set` is none of Postgres: a name of ours, as long as those, that it gives to nothing. */
type Label = 'pkey' | 'key' | 'fkey' | 'check' | 'excl' | 'seq' | 'idx' | 'not_null' | 'set'

/**
 * The name that Postgres gives to what nobody named: `users_pkey`, `users_id_seq`. Where it would be too long, the
 * longer of table and column loses bytes first (makeObjectName in src/backend/commands/indexcmds.c).
 */
export function impliedName(table: string, column: string | null, label: Label): string {
  const parts = [table, ...(column === null ? [] : [column])].map((name) => Buffer.from(name))
  let over = Buffer.byteLength(label) + parts.length + parts.reduce((sum, { length }) => sum + length, 0) - limit
  const [first, second] = parts.map(({ length }) => length) as [number, number?]
  const kept = [first, second ?? 0] as [number, number]
  for (; over > 0; over--) kept[kept[0] > kept[1] ? 0 : 1]--
  return [...parts.map((bytes, i) => clip(bytes, kept[i]!)), label].join('_')
}

/** A name as Postgres keeps it: it cuts the rest off with a notice (manual 4.1.1); or fewer bytes of it. */
export const storedName = (name: string, bytes = limit): string =>
  // No UTF-16 unit takes more than three bytes, so most names are known to fit.
  name.length * 3 <= bytes ? name : clip(Buffer.from(name), bytes)

/** The first bytes of a UTF-8 text, without half a character at the end. */
function clip(bytes: Buffer, length: number): string {
  let end = length
  while (end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end--
  return bytes.toString('utf8', 0, end)
}
