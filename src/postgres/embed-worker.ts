import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { createExtensions } from './embed-extensions.ts'
import { PackFS, packFiles } from './embed-files.ts'

/** What the thread is started for: to make the template, to serve a pack in memory, or to serve a directory. */
export type Task = { readonly make: readonly string[] } | { readonly pack: Uint8Array } | { readonly directory: string }

/** One call: without `params` it is a script. */
export type Call = { readonly sql: string; readonly params?: readonly unknown[] } | 'pack' | 'end'

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
  | { readonly rows: readonly Readonly<Record<string, unknown>>[] }
  | { readonly failure: Failure }
  | { readonly pack: Uint8Array }
  | { readonly version: number }

/** The first three are PGlite's own, which startParams replaces. Every MB of shared memory is cleared at the start: 5 ms. */
const startParams = (settings: readonly string[]) => [
  ...PGlite.defaultStartParams,
  ...['shared_buffers=16MB', ...settings].flatMap((setting) => ['-c', setting]),
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
  if ('make' in task) port.postMessage({ pack: await make(task.make) } satisfies Reply)
  else await serve('pack' in task ? { fs: new PackFS(task.pack) } : { dataDir: task.directory })
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

async function serve(storage: { fs: PackFS } | { dataDir: string }): Promise<void> {
  const settings = 'dataDir' in storage ? kept : thrownAway
  const database = await PGlite.create({ ...storage, startParams: startParams(settings), parsers })
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
      const { sql, params } = call
      await extensions.provideFor(sql)
      const result = params ? await database.query(sql, [...params]) : (await database.exec(sql)).at(-1)
      return { rows: (result?.rows ?? []) as Readonly<Record<string, unknown>>[] }
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
