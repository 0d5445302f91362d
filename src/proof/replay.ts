import type { Connection } from '../dialect/connection.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { engineOf, limitOf } from './engine.ts'
import { run } from './run.ts'
import { type Assumed, type Provider, provide } from './stand-ins.ts'

/** Opens a throw-away database: an empty one, or one that starts from the files of another. */
export type Open = (options: OpenOptions) => Promise<Connection>

/** What one call may take where nobody says otherwise, in milliseconds. */
export const usualLimit = 60_000

export interface OpenOptions {
  /** Milliseconds that one call may take. */
  readonly statementLimit: number
  readonly signal?: AbortSignal
  /** What `Connection.pack` gave. */
  readonly template?: Uint8Array
}

/** The migrations of a folder, and what running them takes. */
export interface History {
  readonly dialect: Dialect
  readonly open: Open
  /** All of them, oldest first. */
  readonly migrations: readonly { readonly tag: string; readonly sql: string }[]
  readonly providers: readonly Provider[]
  /** Milliseconds that one statement may take. Default: 60,000. */
  readonly statementLimit?: number
  readonly signal?: AbortSignal
}

/** A throw-away database somewhere in a history, and what was put in place of what the migrations do not make. */
export interface Standing {
  readonly connection: Connection
  readonly assumed: Assumed
}

/** Why a history does not run that far. */
export interface Halt {
  /** The migration that does not run. */
  readonly tag: string
  readonly why: string
  readonly engine: string
  readonly assumed: Assumed
}

/** The states of a history. */
export interface Replay {
  /**
   * A database of its own as the first `count` migrations leave it, which the caller closes. Asked for in rising order, each
   * migration runs once: one database goes forward, and the others start from its files. Who asks meanwhile has to wait.
   */
  at(count: number): Promise<Standing | Halt>
  close(): Promise<void>
}

/** A replay of a history; `upTo`: how far it will be asked for at the most. Nothing is opened before. */
export function replayOf(history: History, upTo = history.migrations.length): Replay {
  const { dialect, migrations, providers, statementLimit = usualLimit, signal } = history
  const open = (template?: Uint8Array) =>
    history.open({ statementLimit, ...(signal && { signal }), ...(template && { template }) })
  let front: Front | undefined
  let halt: (Halt & { readonly at: number }) | undefined

  const begin = async (): Promise<Front> => {
    const connection = await open()
    front = { connection, assumed: new Map(), done: 0 }
    await provide(connection, front.assumed, providers)
    return front
  }
  const leave = async () => {
    const { connection } = front ?? {}
    front = undefined
    await connection?.close()
  }
  const forward = async (at: Front, to: number) => {
    const { connection, assumed } = at
    for (; at.done < to; at.done += 1) {
      const { tag, sql } = migrations[at.done]!
      const { failure } = await run(connection, dialect.split(sql), assumed)
      if (!failure) continue
      const { error, number } = failure
      const why = `${tag}, statement ${number}: ${limitOf(error, connection) ?? error.message}`
      halt = { at: at.done, tag, why, engine: engineOf(connection), assumed }
      return
    }
  }
  const stand = async (count: number): Promise<Standing | Halt> => {
    if (front && front.done > count) await leave()
    if (!halt || halt.at >= count) await forward(front ?? (await begin()), count)
    if (halt && halt.at < count) {
      await leave()
      return halt
    }
    const { connection, assumed } = front!
    if (count < upTo && connection.pack) {
      const template = await connection.pack()
      return { connection: await open(template), assumed: new Map(assumed) }
    }
    front = undefined
    return { connection, assumed }
  }
  let last: Promise<unknown> = Promise.resolve()
  return {
    at(count) {
      const next = last.then(() => stand(count))
      last = next.catch(leave)
      return next
    },
    async close() {
      await last
      await leave()
    },
  }
}

/** The database that goes forward, and how many migrations it has run. */
type Front = Standing & { done: number }
