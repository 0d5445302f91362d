import type { Connection } from '../dialect/connection.ts'
import { type Session, sessionColumns } from './lock.ts'

/** Looks, through a second connection that is opened when first needed, at who keeps a session waiting. */
export interface Monitor {
  /** Looks once, after so many milliseconds, unless what it returns is called before. */
  watch(pid: number, after: number, onBlocked: (by: readonly Session[]) => void): () => void
  close(): Promise<void>
}

/** Nothing is known where there is no second connection. */
export function monitored(connect: (() => Promise<Connection | undefined>) | undefined): Monitor {
  let other: Promise<Connection | undefined> | undefined
  const blockers = async (pid: number): Promise<readonly Session[]> => {
    try {
      other ??= connect?.()
      const rows = await (await other)?.query<Session & Record<string, unknown>>(
        `select ${sessionColumns} from pg_stat_activity a where a.pid = any(pg_blocking_pids($1::int)) order by a.pid`,
        [pid],
      )
      return rows ?? []
    } catch {
      return [] // only the message is poorer
    }
  }
  return {
    watch(pid, after, onBlocked) {
      const timer = setTimeout(async () => {
        const by = await blockers(pid)
        if (by.length > 0) onBlocked(by)
      }, after)
      return () => clearTimeout(timer)
    },
    close: async () => (await other)?.close(),
  }
}
