import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { createExtensions } from './embed-extensions.ts'
import { PackFS, packFiles } from './embed-files.ts'

/** What the thread is started for: to make the template, to serve the pack in memory that it is given, or to serve a directory. */
export type Task = { readonly make: readonly string[] } | { readonly directory: string } | 'memory'

/** One call: without `params` it is a script. */
export type Call =
  | { readonly sql: string; readonly params?: readonly unknown[] }
  | { readonly batch: readonly string[] }
  | 'pack'
  | 'end'

declare global {
  namespace WebAssembly {
    /** Node has it and its types do not. */
    function compile(bytes: Uint8Array): Promise<Module>
  }
}

type Rows = readonly Readonly<Record<string, unknown>>[]

/** What the server said, as plain data: an error does not survive the way between threads with its fields. */
export interface Failure {
  readonly message: string
  readonly state?: string
  readonly position?: number
  readonly detail?: string
  readonly hint?: string
  readonly where?: string
}

/** The answer to a call, and the first message of a thread. */
export type Reply =
  | { readonly rows: Rows }
  | { readonly batch: readonly Rows[] }
  | { readonly failure: Failure }
  | { readonly pack: Uint8Array }
  | { readonly version: number }

/** The first three are PGlite's own, which startParams replaces. Every MB of shared memory is cleared at the start: 5 ms. */
const startParams = (settings: readonly string[]) => [
  ...PGlite.defaultStartParams,
  ...['shared_buffers=4MB', ...settings].flatMap((setting) => ['-c', setting]),
]

// DROP SCHEMA CASCADE over 1,000 tables takes 19,000 locks. There is room for the first number times all who might connect:
// 120,000 for a database that is kept, 30,000 for one that is thrown away.
const kept = ['max_locks_per_transaction=1024']
const thrownAway = [
  'max_locks_per_transaction=4096',
  'max_connections=5',
  'max_wal_senders=0',
  'autovacuum_worker_slots=1',
]

const text = (value: string) => value
/** int8, numeric, date, timestamp, timestamptz: as text, as our Postgres connection gives them. */
const parsers = { 20: text, 1700: text, 1082: text, 1114: text, 1184: text }

const port = parentPort!
const task = workerData as Task

try {
  if (task === 'memory') await serveMemory()
  else if ('make' in task) port.postMessage({ pack: await make(task.make) } satisfies Reply)
  else await serve({ dataDir: task.directory }, kept)
} catch (error) {
  port.postMessage({ failure: failure(error) } satisfies Reply)
}

async function make(statements: readonly string[]): Promise<Uint8Array> {
  const database = await PGlite.create({ startParams: startParams(kept), initDbStartParams: ['--wal-segsize=1'] })
  for (const statement of statements) await database.exec(statement)
  const { FS } = database.Module
  await database.close()
  return packFiles(FS)
}

/** The engine's code is loaded while the pack is on its way. */
async function serveMemory(): Promise<void> {
  const pack = once(port, 'message') as Promise<[Uint8Array]>
  const code = WebAssembly.compile(await readFile(new URL('pglite.wasm', import.meta.resolve('@electric-sql/pglite'))))
  const [bytes] = await pack
  await serve({ fs: new PackFS(bytes), pgliteWasmModule: await code }, thrownAway)
}

async function serve(from: PGliteOptions, settings: readonly string[]): Promise<void> {
  const database = await PGlite.create({ ...from, startParams: startParams(settings), parsers })
  const extensions = createExtensions(database)
  const answer = async (call: Call): Promise<Reply> => {
    try {
      if (call === 'end') {
        await database.close()
        return { rows: [] }
      }
      if (call === 'pack') {
        await database.exec('checkpoint')
        return { pack: packFiles(database.Module.FS) }
      }
      if ('batch' in call) return { batch: await batch(database, call.batch) }
      const { sql, params } = call
      await extensions.provideFor(sql)
      const result = params?.length ? await database.query(sql, [...params]) : (await database.exec(sql)).at(-1)
      return { rows: (result?.rows ?? []) as Rows }
    } catch (error) {
      return { failure: failure(error) }
    }
  }
  await extensions.provideInstalled()
  const [row] = (await database.query<{ version: number }>(`select current_setting('server_version_num')::int version`))
    .rows
  port.on('message', async (call: Call) => {
    const reply = await answer(call)
    port.postMessage(reply, 'pack' in reply ? [reply.pack.buffer as ArrayBuffer] : [])
  })
  port.postMessage({ version: row!.version } satisfies Reply)
}

/** Prepared under a name of its own: to plan a query over the catalog takes longer than to run it. */
async function batch(database: PGlite, queries: readonly string[]): Promise<readonly Rows[]> {
  // Asked each time: what a migration runs may deallocate them.
  const [standing] = await database.exec('select name from pg_prepared_statements')
  const prepared = new Set(standing!.rows.map(({ name }) => name))
  const missing = queries.filter((query) => !prepared.has(nameOf(query)))
  const sent = [
    ...missing.map((query) => `prepare ${nameOf(query)} as ${query}`),
    ...queries.map((query) => `execute ${nameOf(query)}`),
  ]
  const results = await database.exec(sent.join(';\n'))
  return results.slice(missing.length).map(({ rows }) => rows as Rows)
}

const names = new Map<string, string>()

function nameOf(query: string): string {
  const name = names.get(query) ?? `sluice_${names.size}`
  names.set(query, name)
  return name
}

/** PGlite's own errors carry the server's fields; what the engine itself throws may carry its source: one line is kept. */
function failure(error: unknown): Failure {
  const { message, code, position, detail, hint, where } = error as Readonly<Record<string, string | undefined>>
  return {
    message: (message ?? String(error)).split('\n', 1)[0]!.slice(0, 1000),
    ...(code && { state: code }),
    ...(position && { position: Number(position) }),
    ...(detail && { detail }),
    ...(hint && { hint }),
    ...(where && { where }),
  }
}
