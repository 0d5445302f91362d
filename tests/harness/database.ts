import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { Connection } from '../../src/dialect/connection.ts'
import { traces } from '../../src/migrate/detach.ts'
import type { MigrateEvent, Outcome } from '../../src/migrate/outcome.ts'
import { quick } from '../../src/migrate/quick.ts'
import { type MigrateOptions, migrate } from '../../src/migrate/runner.ts'
import { applyTogether } from '../../src/migrate/together.ts'
import { connect } from '../../src/postgres/server/connect.ts'
import { type Files, folderOf } from './migrations.ts'
import { type Server, startServer } from './server.ts'

/** A new database of a real server for each case, and what a case does with it. */
export interface Live {
  readonly server: Server
  readonly url: string
  readonly connection: Connection
  /** What happened in this case's runs. */
  readonly events: MigrateEvent[]
  /** Another session, closed after the case. */
  open(): Promise<Connection>
  run(files: Files, options?: Partial<MigrateOptions>): Promise<Outcome>
  /** The first value of the first row. */
  one(sql: string): Promise<unknown>
  /** The ledger's `when`s, in the order in which they were written. */
  whens(): Promise<readonly number[]>
}

/** One server for a test file. */
export function live(): Live {
  let opened: Connection[] = []
  const now = {} as { server: Server; url: string; connection: Connection; events: MigrateEvent[] }
  const open = async () => {
    const connection = await connect(now.url)
    opened.push(connection)
    return connection
  }
  beforeAll(async () => {
    now.server = await startServer()
  })
  afterAll(() => now.server?.stop())
  beforeEach(async () => {
    now.url = await now.server.createDatabase()
    now.connection = await open()
    now.events = []
  })
  afterEach(async () => {
    await Promise.all(opened.map((connection) => connection.close()))
    opened = []
  })
  return {
    get server() {
      return now.server
    },
    get url() {
      return now.url
    },
    get connection() {
      return now.connection
    },
    get events() {
      return now.events
    },
    open,
    run: (files, options = {}) =>
      migrate({
        connection: now.connection,
        connect: () => connect(now.url),
        folder: folderOf(files),
        quick,
        traces,
        applyAll: applyTogether,
        onEvent: (event) => now.events.push(event),
        ...options,
      }),
    one: async (sql) => Object.values((await now.connection.query(sql))[0] ?? {})[0],
    whens: async () => {
      const rows = await now.connection.query('select created_at from drizzle.__drizzle_migrations order by id')
      return rows.map((row) => Number(row.created_at))
    },
  }
}
