import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection } from '../dialect/connection.ts'
import { lex, meaning } from '../postgres/sql/lex.ts'
import { dotted } from '../postgres/sql/quote.ts'
import { type Session, sessionColumns, thisDatabase } from './lock.ts'

/** A statement that Postgres runs in several transactions of its own, and that leaves traces when it is cut off. */
export interface Concurrent {
  readonly verb: 'create' | 'drop' | 'reindex' | 'detach'
  /** The index; of `REINDEX TABLE` the table; undefined where Postgres chooses the name. */
  readonly name: readonly string[] | undefined
  /** The table of a new index. */
  readonly table?: readonly string[]
}

/** How to read a statement that leaves traces, and to clear them. */
export interface Traces {
  concurrent(sql: string): Concurrent | undefined
  readonly settle: typeof settle
}

/** Reads CREATE INDEX, DROP INDEX and REINDEX with CONCURRENTLY; undefined for every other statement. */
export function concurrent(sql: string): Concurrent | undefined {
  const tokens = [...lex(sql)].filter(({ kind }) => kind !== 'comment')
  const words = tokens.map((token) => (token.kind === 'word' ? token.text.toLowerCase() : token.text))
  const verb = (['create', 'drop', 'reindex'] as const).find((word) => word === words[0])
  const concurrently = words.indexOf('concurrently')
  if (!verb || concurrently < 0) return undefined
  const named = (from: number) => {
    const parts: string[] = []
    for (let at = from; tokens[at]?.kind === 'word' || tokens[at]?.kind === 'name'; at += 2) {
      parts.push(meaning(tokens[at]!))
      if (words[at + 1] !== '.') break
    }
    return parts
  }
  if (verb === 'reindex') {
    const object = words.findIndex((word) => ['index', 'table', 'schema', 'database', 'system'].includes(word))
    const name =
      words[object] === 'index' || words[object] === 'table'
        ? named(Math.max(object, concurrently === object + 1 ? concurrently : 0) + 1)
        : []
    return { verb, name: name.length > 0 ? name : undefined }
  }
  const from = words[concurrently + 1] === 'if' ? words.indexOf('exists', concurrently) + 1 : concurrently + 1
  if (verb === 'drop') return { verb, name: named(from) }
  const on = words.indexOf('on', concurrently)
  const table = named(words[on + 1] === 'only' ? on + 2 : on + 1)
  return { verb, name: on === from ? undefined : named(from), table }
}

/**
 * Clears what an earlier, interrupted attempt left, and says whether there is anything left to do.
 *
 * `begun`: this very statement was started by a run that did not live to see its end, so a valid index of that name is its
 * work. Else a valid index is somebody else's, and the statement is sent for the server to judge. An INVALID one never
 * serves a query but slows every write, and CREATE … IF NOT EXISTS passes over it: it is dropped and built again.
 */
export async function settle(
  connection: Connection,
  statement: Concurrent,
  {
    begun,
    signal,
    onWait,
  }: { begun: boolean; signal: AbortSignal | undefined; onWait: (by: readonly Session[]) => void },
): Promise<'run' | 'done'> {
  const { verb, name } = statement
  if (!name) return 'run'
  if (verb === 'reindex') {
    for (const index of await remains(connection, name)) await dropIndex(connection, index)
    return 'run'
  }
  await builderEnds(connection, statement, signal, onWait)
  const index = await find(connection, statement)
  if (verb === 'drop') return begun && !index ? 'done' : 'run'
  if (!index) return 'run'
  if (index.valid) return begun ? 'done' : 'run'
  await dropIndex(connection, index.name)
  return 'run'
}

const dropIndex = ({ script }: Connection, name: string) => script(`drop index concurrently if exists ${name}`)

const indexes = `select format('%I.%I', n.nspname, c.relname) as name, i.indisvalid as valid from pg_index i
  join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace`

/** An index that a new one is in the way of: of that name, in the schema of its table. */
async function find(
  connection: Connection,
  { verb, name, table }: Concurrent,
): Promise<{ name: string; valid: boolean } | undefined> {
  const [row] =
    verb === 'create'
      ? await connection.query(
          `${indexes} join pg_class t on t.oid = to_regclass($1) and t.relnamespace = n.oid where c.relname = $2::name`,
          [dotted(...(table ?? [])), name?.at(-1)],
        )
      : await connection.query(`${indexes} where c.oid = to_regclass($1)`, [dotted(...(name ?? []))])
  return row && { name: String(row.name), valid: row.valid === true }
}

/** What REINDEX CONCURRENTLY leaves when it is cut off (manual, REINDEX): invalid twins named `…_ccnew` or `…_ccold`, numbered. */
async function remains(connection: Connection, name: readonly string[]): Promise<readonly string[]> {
  const rows = await connection.query(
    `${indexes} where not i.indisvalid and c.relname ~ '_cc(new|old)[0-9]*$'
       and i.indrelid in (to_regclass($1), (select indrelid from pg_index where indexrelid = to_regclass($1)))`,
    [dotted(...name)],
  )
  return rows.map(({ name }) => String(name))
}

/** Waits for another session that is building this index right now. */
async function builderEnds(
  connection: Connection,
  { verb, name, table }: Concurrent,
  signal: AbortSignal | undefined,
  onWait: (by: readonly Session[]) => void,
): Promise<void> {
  const relation = dotted(...((verb === 'create' ? table : name) ?? []))
  for (let waited = false; ; waited = true) {
    const builders = await connection.query<Session & Record<string, unknown>>(
      `select ${sessionColumns} from pg_stat_progress_create_index p join pg_stat_activity a using (pid)
       join pg_class i on i.oid = p.index_relid
       where p.datid = ${thisDatabase} and a.pid <> pg_backend_pid()
         and to_regclass($1) in (p.relid, p.index_relid) and i.relname = $2::name`,
      [relation, name?.at(-1)],
    )
    if (builders.length === 0) return
    if (!waited) onWait(builders)
    await sleep(500, undefined, { signal })
  }
}
