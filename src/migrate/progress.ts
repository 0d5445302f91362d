import type { Connection, Statement } from '../dialect/connection.ts'
import { dotted, literal } from '../postgres/sql/quote.ts'
import { hashText } from '../schema/hash.ts'
import type { Migration } from './folder.ts'
import { type Ledger, quiet, unlessMissing } from './ledger.ts'

/** How far a migration came that cannot be one transaction. */
export interface Progress {
  /** Of what ran, `ranHash`. */
  readonly hash: string
  /** The journal's `when`, in milliseconds. */
  readonly createdAt: number
  /** How many statements of the file are done. */
  readonly done: number
  /** The statement after them, which runs outside a transaction, was begun; whether it took effect, only the catalog knows. */
  readonly begun: boolean
}

/** The table of unfinished migrations; it lies beside the ledger, and only when one was needed. */
export const progressTable = (ledger: Ledger): string => dotted(ledger.schema, progressName)

export const progressName = '__sluice_progress'

/** Every unfinished migration. Makes nothing. */
export async function readProgress(connection: Connection, ledger: Ledger): Promise<readonly Progress[]> {
  const rows = await unlessMissing(connection.query(`select * from ${progressTable(ledger)}`))
  return (rows ?? []).map((row) => ({
    hash: String(row.hash),
    createdAt: Number(row.created_at),
    done: Number(row.statement),
    begun: row.started_at !== null,
  }))
}

/** The statements that keep one migration's row. */
export interface ProgressSql {
  /** Makes the table and the row. */
  readonly open: string
  /** One number: how many statements are done; NULL when the migration is not under way. */
  readonly done: string
  /** `begun`: the statement after those that are done is about to run outside a transaction. */
  set(done: number, begun?: boolean): string
  readonly close: string
}

/** Of the statements that are done, and of the one that was begun: the others may still be edited. */
export const ranHash = (statements: readonly Statement[], done: number, begun: boolean): string =>
  hashText(
    statements
      .slice(0, done + (begun ? 1 : 0))
      .map(({ text }) => text)
      .join(';'),
  )

export function progressSql(ledger: Ledger, { when }: Migration, statements: readonly Statement[]): ProgressSql {
  const table = progressTable(ledger)
  const own = `where created_at = ${when}`
  const hash = (done: number, begun = false) => literal(ranHash(statements, done, begun))
  return {
    open:
      `${quiet}create table if not exists ${table} (hash text, created_at bigint, statement int, started_at timestamptz);` +
      ` insert into ${table} select ${hash(0)}, ${when}, 0, null where not exists (select from ${table} ${own})`,
    done: `(select statement from ${table} ${own})`,
    set: (done, begun = false) =>
      `update ${table} set hash = ${hash(done, begun)}, statement = ${done}, started_at = ${begun ? 'clock_timestamp()' : 'null'} ${own}`,
    close: `delete from ${table} ${own}`,
  }
}
