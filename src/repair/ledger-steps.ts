import { SluiceError } from '../errors.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import type { Layout } from '../migrate/layout.ts'
import { type Booking, isRow, type Ledger } from '../migrate/ledger.ts'
import { type Match, times } from '../migrate/match.ts'
import { progressTable } from '../migrate/progress.ts'
import type { Status } from '../migrate/status.ts'
import { dotted, literal } from '../postgres/sql/quote.ts'

/** One statement about the ledger, and what it does as a line. */
export interface LedgerStep {
  readonly sql: string
  readonly says: string
}

/** What a user asks for by name. */
export interface Asked {
  readonly accept: readonly string[]
  readonly applied: readonly string[]
  readonly unapplied: readonly string[]
}

/**
 * The statements that let the ledger follow: rows of migrations that have another name, time or text by now, and what
 * somebody asks for. A row whose file was edited stays as it is unless that is accepted.
 * @throws SluiceError `TAG_UNKNOWN`, `REPAIR_NOT_NEEDED`
 */
export function ledgerSteps(
  status: Status,
  folder: Pick<Folder, 'path' | 'migrations' | 'layout'>,
  renamed: ReadonlyMap<string, string>,
  asked: Asked,
  book: Booking['book'],
): readonly LedgerStep[] {
  const now = new Map(folder.migrations.map((migration) => [migration.tag, migration]))
  const find = (tag: string): Migration => {
    const found = now.get(tag)
    if (!found) throw new SluiceError('TAG_UNKNOWN', { tag, folder: folder.path })
    return found
  }
  const rows = new Map(status.applied.map((match) => [renamed.get(match.migration.tag) ?? match.migration.tag, match]))
  const { ledger } = status
  const row = (tag: string, option: string): Match => {
    find(tag)
    const match = rows.get(tag)
    if (!match) throw new SluiceError('REPAIR_NOT_NEEDED', { option, tag, state: 'not applied' })
    return match
  }
  const followed = [...rows].flatMap(([tag, match]) => {
    const migration = now.get(tag)
    const isAccepted = asked.accept.includes(tag)
    if (!migration || asked.unapplied.includes(tag) || (match.by === 'edited' && !isAccepted)) return []
    return follow(match, migration, { isAccepted, layout: folder.layout, ledger })
  })
  return [
    ...followed,
    ...asked.accept.flatMap((tag) => (row(tag, '--accept').by === 'edited' ? [] : [refuse(tag)])),
    ...asked.unapplied.map((tag) => remove(row(tag, '--unapplied'), tag, ledger)),
    ...asked.applied.flatMap((tag) => {
      const migration = find(tag)
      if (rows.has(tag))
        throw new SluiceError('REPAIR_NOT_NEEDED', { option: '--applied', tag, state: 'applied already' })
      const isBegun = status.stopped.some(({ migration: { when } }) => when === migration.when)
      const forget = {
        sql: `delete from ${progressTable(ledger)} where created_at = ${migration.when}`,
        says: `${tag} is no longer half run`,
      }
      return [{ sql: book(migration), says: `${tag} counts as applied` }, ...(isBegun ? [forget] : [])]
    }),
  ]
}

function refuse(tag: string): never {
  throw new SluiceError('REPAIR_NOT_NEEDED', { option: '--accept', tag, state: 'as it was applied' })
}

/**
 * A row follows what a repair changes, and a time that somebody changed before. What else it holds is right as it is: the
 * hash of another line end, of a migration that a squashed one replaces, a tag that somebody entered by hand.
 */
function follow(
  { entry, migration: before, by }: Match,
  { tag, when, hash }: Migration,
  { isAccepted, layout, ledger }: { readonly isAccepted: boolean; readonly layout: Layout; readonly ledger: Ledger },
): readonly LedgerStep[] {
  // A folder of drizzle-kit 1.0 says the second, a row may hold the time to the millisecond.
  const isSameTime = layout === 'v1' ? times(entry).includes(String(when)) : entry.createdAt === when
  const changed = [
    ...(isAccepted || (by !== 'marked' && before.hash !== hash) ? [`hash = ${literal(hash)}`] : []),
    ...(by === 'marked' || isSameTime ? [] : [`created_at = ${when}`]),
    ...(entry.name === null || before.tag === tag ? [] : [`name = ${literal(tag)}`]),
  ]
  if (changed.length === 0) return []
  const sql = `update ${dotted(ledger.schema, ledger.table)} set ${changed.join(', ')} where ${isRow(entry)}`
  return [{ sql, says: `the row of ${tag} follows: ${changed.map((set) => set.split(' =')[0]).join(', ')}` }]
}

const remove = ({ entry }: Match, tag: string, { schema, table }: Ledger): LedgerStep => ({
  sql: `delete from ${dotted(schema, table)} where ${isRow(entry)}`,
  says: `${tag} counts as not applied`,
})
