import type { Connection } from '../dialect/connection.ts'
import { SluiceError } from '../errors.ts'
import type { Folder } from '../migrate/folder.ts'
import { type Entry, isRow, type Ledger, readLedger } from '../migrate/ledger.ts'
import { match } from '../migrate/match.ts'
import { readStatus } from '../migrate/status.ts'
import { dotted, literal } from '../postgres/sql/quote.ts'
import { formerNames } from './former-names.ts'

/** A statement about a row, and what it does as a line. */
export interface RowStep {
  readonly sql: string
  readonly says: string
}

/**
 * A migration that has begun is known by its time, which changes.
 * @throws SluiceError `FOLDER_NOT_CONVERTIBLE`
 */
export async function refuseHalfRun(connection: Connection, folder: Folder, ledger: Ledger, at: string): Promise<void> {
  const [begun] = (await readStatus(connection, folder, ledger)).stopped
  const why = [`${begun?.migration.tag} is half run on ${at}`]
  if (begun) throw new SluiceError('FOLDER_NOT_CONVERTIBLE', { path: folder.path, why, next: 'sluice migrate' })
}

/**
 * What lets a ledger follow a folder that was laid out anew: drizzle-orm 1.0 knows a migration by its name, that before by
 * its time, to the millisecond. The time of a row stays in the layout of 1.0, which needs none, for the way back.
 */
export async function followSteps(
  connection: Connection,
  folder: Folder,
  ledger: Ledger,
  justRenamed: ReadonlyMap<string, string>,
): Promise<readonly RowStep[]> {
  const rows = (await readLedger(connection, ledger)) ?? []
  // A row may lack a name where there is a column for it: drizzle-orm before 1.0 fills in none.
  const [hasName] = await connection.query(
    "select from pg_attribute where attrelid = to_regclass($1) and attname = 'name' and not attisdropped",
    [dotted(ledger.schema, ledger.table)],
  )
  const now = new Map([...(await formerNames(folder)), ...justRenamed])
  const renamed = new Map<Entry, Entry>(
    rows.map((row) => [
      { ...row, hash: now.get(row.hash) ?? row.hash, name: row.name === null ? null : (now.get(row.name) ?? row.name) },
      row,
    ]),
  )
  const { matched } = match(folder.migrations, [...renamed.keys()])
  return [...matched.values()].flatMap(({ migration: { tag, when }, entry }) => {
    const row = renamed.get(entry)!
    const set = [
      ...(row.hash === entry.hash ? [] : [`hash = ${literal(entry.hash)}`]),
      ...(row.name === tag || !hasName ? [] : [`name = ${literal(tag)}`]),
      ...(folder.layout === 'v1' || row.createdAt === when ? [] : [`created_at = ${when}`]),
    ]
    if (set.length === 0) return []
    const named = row.name === null ? '' : ` and name = ${literal(row.name)}`
    const sql = `update ${dotted(ledger.schema, ledger.table)} set ${set.join(', ')} where ${isRow(row)}${named}`
    return [{ sql, says: `the row of ${tag} follows: ${set.map((each) => each.split(' =')[0]).join(', ')}` }]
  })
}
