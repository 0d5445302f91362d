/** One row of a result, by column name. Postgres: int8, numeric, dates and times arrive as text, json parsed, bool and int4 as such. */
export type Row = Readonly<Record<string, unknown>>

/** One session of a database. A failing statement rejects with a `DatabaseError`. */
export interface Connection {
  /** `server_version_num`: 180006. */
  readonly version: number
  /** Where it leads, without a password: `postgres://app@127.0.0.1:5432/shop`, `embedded .sluice/postgres`. */
  readonly label: string
  /** The embedded engine, where one process is the whole server. */
  readonly embedded: boolean
  /** The process id that the server named at the start; `pg_backend_pid()` differs from it behind a pooler. */
  readonly pid?: number
  /** Of a session that somebody lent us: SQL that makes the settings it came with again, after RESET ALL. */
  readonly restore?: string
  /** One statement, with `$1`-style parameters; its rows. */
  query<R extends Row = Row>(sql: string, params?: readonly unknown[]): Promise<readonly R[]>
  /** One or more statements as one simple query (several are one implicit transaction); the rows of the last. */
  script(sql: string): Promise<readonly Row[]>
  /** Queries without parameters that are sent again and again, in one go; the rows of each. Only where that is quicker. */
  readonly batch?: (queries: readonly string[]) => Promise<readonly (readonly Row[])[]>
  /** `script`, with a call as each of its statements ends; only where the driver tells. */
  readonly watched?: (sql: string, onEnd: () => void) => Promise<unknown>
  /** Of a database in memory: its files, which another one can start from. Nothing may be open on it. */
  pack?(): Promise<Uint8Array>
  /** Ends what is running: the server cancels the statement, the embedded engine is terminated with its session. */
  cancel(): Promise<void>
  close(): Promise<void>
}

/** What the database itself said. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  /** Postgres: the SQLSTATE, `23505`. Empty where the connection itself failed. */
  declare readonly state: string
  /** Characters (not bytes) from 1, in the text that was sent. */
  declare readonly position: number | undefined
  declare readonly detail: string | undefined
  declare readonly hint: string | undefined
  declare readonly where: string | undefined

  constructor(
    message: string,
    of: Partial<Pick<DatabaseError, 'state' | 'position' | 'detail' | 'hint' | 'where'>>,
    options?: ErrorOptions,
  ) {
    super(message, options)
    const { state = '', position, detail, hint, where } = of
    Object.assign(this, { state, position, detail, hint, where })
  }
}

/** One statement of an SQL file. Offsets are UTF-16 code units, line and column count from 1. */
export interface Statement {
  /** Without leading comments and the closing semicolon. */
  readonly text: string
  readonly offset: number
  readonly line: number
  readonly column: number
  /** How the runner treats it. `alone`: refuses a transaction. The last three: it controls the transaction itself. */
  readonly mode: 'normal' | 'alone' | 'begin' | 'commit' | 'rollback'
  /** A comment line `-- sluice:commit` stands before it: what came before is committed first. */
  readonly commitBefore: boolean
}
