import { relative } from 'node:path'
import { type Connection, DatabaseError, type Row } from '../../dialect/connection.ts'
import { invariant, SluiceError } from '../../errors.ts'
import { openDirectory } from './data-directory.ts'
import { EngineThread } from './embed-thread.ts'
import type { Call } from './embed-worker.ts'
import { readTemplate } from './template.ts'
import { temporaryCache } from './temporary-cache.ts'

export interface EmbeddedOptions {
  /** Where the database lives; without it, in memory, gone when it is closed. */
  readonly directory?: string
  /** The packed data directory that a new database starts from, in place of our own; it serves one. */
  readonly template?: Uint8Array
  /** The folder that a template is kept in when none ships with the package: `.sluice/cache`. */
  readonly cache?: string
  /** Milliseconds that one statement may take before the engine is ended, with everything that is not committed. */
  readonly statementLimit?: number
  /** Milliseconds to wait for another process that has the directory open. Default: 10,000. */
  readonly wait?: number
  /** Called once, when another process has the directory open and is waited for. */
  readonly onWait?: (pid: number) => void
  /** Ends the opening, and the engine after it. */
  readonly signal?: AbortSignal
  /** From `loadAhead`, for a database in memory. */
  readonly ahead?: EngineThread | undefined
}

/** Loads the code of the engine in its thread: half of a start, at a fifth of its memory. It serves one database, or is ended. */
export const loadAhead = (): EngineThread => new EngineThread('memory')

/**
 * Opens the embedded Postgres: PGlite in a thread of its own, as superuser, with pgvector and the contrib extensions
 * there for CREATE EXTENSION. One connection is the whole server.
 *
 * @throws SluiceError `EMBEDDED_BUSY` when another process keeps the directory open, `EMBEDDED_VERSION` when another
 * major version wrote it, `EMBEDDED_FAILED` when the engine does not start.
 */
export async function openEmbedded(options: EmbeddedOptions = {}): Promise<Connection> {
  const { directory, statementLimit, signal, ahead, cache = temporaryCache() } = options
  signal?.throwIfAborted()
  if (directory === undefined) {
    const thread = ahead ?? loadAhead()
    try {
      thread.give(options.template ?? (await readTemplate(cache)))
    } catch (error) {
      await thread.end('it has no template')
      throw error
    }
    return start(thread, 'embedded, in memory', { statementLimit, signal })
  }
  const template = options.template ?? (await readTemplate(cache))
  const release = await openDirectory(directory, { ...options, template })
  const near = relative('', directory) || '.'
  const label = `embedded ${near.startsWith('..') ? directory : near}`
  try {
    return await start(new EngineThread({ directory }), label, { statementLimit, signal, release })
  } catch (error) {
    await release()
    throw error
  }
}

interface Lifetime {
  readonly statementLimit: number | undefined
  readonly signal: AbortSignal | undefined
  /** Gives the directory to the next process. */
  readonly release?: () => Promise<void>
}

async function start(
  thread: EngineThread,
  label: string,
  { statementLimit, signal, release }: Lifetime,
): Promise<Connection> {
  thread.limit(statementLimit)
  const end = async (reason: string) => {
    signal?.removeEventListener('abort', abort)
    await thread.end(reason)
    await release?.()
  }
  const abort = () => void end('it was interrupted').catch(() => {})
  signal?.addEventListener('abort', abort)
  if (signal?.aborted) abort()

  const first = await thread.first.catch(async (error: DatabaseError) => {
    await end('it did not start')
    signal?.throwIfAborted()
    throw new SluiceError('EMBEDDED_FAILED', { target: label, message: error.message }, { cause: error })
  })
  const run = async (call: Call): Promise<readonly Row[]> => {
    if (typeof call === 'object' && 'sql' in call) refuseCopy(call.sql)
    const reply = await thread.call(call)
    return 'rows' in reply ? reply.rows : []
  }
  const pack = async () => {
    const reply = await thread.call('pack')
    invariant('pack' in reply, 'the engine was asked for its files and answered something else')
    return reply.pack
  }
  return {
    version: 'version' in first ? first.version : 0,
    label,
    embedded: true,
    query: <R extends Row>(sql: string, params: readonly unknown[] = []) =>
      run({ sql, params }) as Promise<readonly R[]>,
    script: (sql) => run({ sql }),
    async batch(queries) {
      const reply = await thread.call({ batch: queries })
      return 'batch' in reply ? reply.batch : []
    },
    ...(!release && { pack }),
    cancel: () => end('it was cancelled'),
    async close() {
      // What is in memory is gone anyway; a directory is left as a server that was shut down leaves it.
      if (release) await run('end').catch(() => {})
      await end('it is closed')
    },
  }
}

/** It would wait for rows for ever; a server hears from its driver that none will come (08P01 protocol_violation). */
function refuseCopy(sql: string): void {
  if (/^\s*copy\b[^;]*\bfrom\s+stdin\b/i.test(sql.slice(0, 10_000)))
    throw new DatabaseError('COPY FROM STDIN: a migration has no rows to send', { state: '08P01' })
}
