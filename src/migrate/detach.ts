import type { Connection } from '../dialect/connection.ts'
import { lex, meaning } from '../postgres/sql/lex.ts'
import { dotted } from '../postgres/sql/quote.ts'
import { type Concurrent, concurrent, settle, type Traces } from './concurrent.ts'

/** `DETACH PARTITION … CONCURRENTLY` */
interface Detach {
  readonly table: readonly string[]
  readonly partition: readonly string[]
}

/** What statements leave that are cut off, of partitions on their way out too. Not part of `sluice/migrator`, for its size. */
export const traces: Traces = {
  concurrent: (sql) => detach(sql) ?? concurrent(sql),
  settle: (connection, statement, options) =>
    'partition' in statement
      ? finalize(connection, statement as Concurrent & Detach, options.begun)
      : settle(connection, statement, options),
}

/** Reads DETACH PARTITION with CONCURRENTLY; undefined for every other statement. */
function detach(sql: string): (Concurrent & Detach) | undefined {
  const tokens = [...lex(sql)].filter(({ kind }) => kind !== 'comment')
  const words = tokens.map(({ kind, text }) => (kind === 'word' ? text.toLowerCase() : text))
  const at = words.indexOf('detach')
  if (words[0] !== 'alter' || words[1] !== 'table' || at < 0 || !words.includes('concurrently', at)) return undefined
  const named = (from: number): readonly string[] =>
    words[from + 1] === '.' ? [meaning(tokens[from]!), ...named(from + 2)] : [meaning(tokens[from]!)]
  const table = words.findIndex((word, i) => i > 1 && !['if', 'exists', 'only'].includes(word))
  const partition = named(at + 2)
  return { verb: 'detach', name: partition, table: named(table), partition }
}

/** A partition that was on its way out when the statement was cut off can only go on (manual, ALTER TABLE, FINALIZE). */
async function finalize(connection: Connection, { table, partition }: Detach, begun: boolean): Promise<'run' | 'done'> {
  const [whole, part] = [dotted(...table), dotted(...partition)]
  const [row] = await connection.query(
    'select inhdetachpending as pending from pg_inherits where inhparent = to_regclass($1) and inhrelid = to_regclass($2)',
    [whole, part],
  )
  if (row?.pending !== true) return begun && !row ? 'done' : 'run'
  await connection.script(`alter table ${whole} detach partition ${part} finalize`)
  return 'done'
}
