import type { Connection } from '../dialect/connection.ts'
import { type Session, sessionColumns } from './lock.ts'

/** Looks, through a second connection that is opened when first needed, at who keeps a session waiting. */
export class Monitor {
  readonly #connect: (() => Promise<Connection | undefined>) | undefined
  #connection: Promise<Connection | undefined> | undefined

  constructor(connect: (() => Promise<Connection | undefined>) | undefined) {
    this.#connect = connect
  }

  /**
   * Looks once, after so many milliseconds, unless `stop` is called before. Nothing is known where there is no second
   * connection.
   */
  watch(pid: number, after: number, onBlocked: (by: readonly Session[]) => void): { stop(): void } {
    const timer = setTimeout(async () => {
      const by = await this.#blockers(pid)
      if (by.length > 0) onBlocked(by)
    }, after)
    return { stop: () => clearTimeout(timer) }
  }

  async close(): Promise<void> {
    await (await this.#connection)?.close()
  }

  async #blockers(pid: number): Promise<readonly Session[]> {
    try {
      this.#connection ??= this.#connect?.()
      const rows = await (await this.#connection)?.query<Session & Record<string, unknown>>(
        `select ${sessionColumns} from pg_stat_activity a where a.pid = any(pg_blocking_pids($1::int)) order by a.pid`,
        [pid],
      )
      return rows ?? []
    } catch {
      return [] // only the message is poorer
    }
  }
}
