import { counted } from '../dialect/counted.ts'
import { SluiceError } from '../errors.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import { type Entry, isRow, type Ledger } from '../migrate/ledger.ts'
import { progressSql } from '../migrate/progress.ts'
import type { Status } from '../migrate/status.ts'
import { dotted } from '../postgres/sql/quote.ts'
import type { Schema } from '../schema/schema.ts'
import { findPoint, type Point } from './find-point.ts'
import type { LedgerStep } from './ledger-steps.ts'
import type { Tools } from './remedy.ts'

/** What a database has that its ledger does not say. */
export interface Explained {
  /** Migrations that count as applied from now on. */
  readonly tags: readonly string[]
  readonly steps: readonly LedgerStep[]
  /** Rows that stand for what these migrations do as well. */
  readonly explained: readonly Entry[]
  readonly left: readonly string[]
}

const nothing: Explained = { tags: [], steps: [], explained: [], left: [] }

/**
 * Explains the objects of a database by the migrations that make them, where its ledger leaves something open; the last of
 * them may be half run. `baseline`: somebody has said which it is. `renamed`: new tags by old ones.
 * @throws SluiceError `TAG_UNKNOWN`
 */
export async function explain(
  found: Schema,
  status: Pick<Status, 'applied' | 'missing' | 'stopped' | 'rollingBack' | 'ledger'>,
  { path, migrations }: Pick<Folder, 'path' | 'migrations'>,
  renamed: ReadonlyMap<string, string>,
  baseline: string | undefined,
  tools: Tools,
): Promise<Explained> {
  const applied = new Set(status.applied.map(({ migration: { tag } }) => renamed.get(tag) ?? tag))
  const isApplied = ({ tag }: Migration) => applied.has(tag)
  const open = migrations.filter((one) => !isApplied(one))
  if (baseline !== undefined) {
    const place = migrations.findIndex(({ tag }) => tag === baseline)
    if (place < 0) throw new SluiceError('TAG_UNKNOWN', { tag: baseline, folder: path })
    return { ...nothing, tags: tagsOf(open.filter((one) => migrations.indexOf(one) <= place)) }
  }
  const isUnderWay = status.stopped.length + status.rollingBack.length > 0
  if (isUnderWay || open.length === 0 || ![...found].some(isTable)) return nothing
  // What the ledger names has run; one that it does not name may be older than those.
  const ran = [...migrations.filter(isApplied), ...open]
  const point = await findPoint({ migrations: ran }, found, tools, applied.size > 0 ? applied.size : undefined)
  if (!point || point.count + point.statements === 0) return nothing
  if (point.differs.length > 0) return applied.size > 0 ? nothing : { ...nothing, left: [nearest(point, ran)] }
  const beyond = ran.slice(point.count).filter(isApplied)
  if (beyond.length > 0) return { ...nothing, left: [notThere(point, ran, beyond)] }
  const unseen =
    applied.size > 0 ? point.unseen.filter((place) => place >= applied.size).map((place) => ran[place]!) : []
  const booked = ran.slice(applied.size, point.count).filter((one) => !unseen.includes(one))
  const halfRun = point.statements > 0 ? [beginAgain(ran[point.count]!, point.statements, status.ledger, tools)] : []
  // A newer row may be of a migration that this folder does not have yet.
  const newest = Math.max(Number.NEGATIVE_INFINITY, ...booked.map(({ when }) => when))
  const explained = status.missing.filter(({ createdAt }) => (createdAt ?? 0) <= newest)
  const forgotten = explained.map((entry) => forget(entry, status.ledger))
  return { tags: tagsOf(booked), steps: [...forgotten, ...halfRun], explained, left: unseen.map(untold) }
}

const untold = ({ tag }: Migration): string =>
  `${tag} comes before one that the database has, and makes no object that would tell whether it has run: if it has, --applied ${tag}`

const tagsOf = (migrations: readonly Migration[]): readonly string[] => migrations.map(({ tag }) => tag)

const isTable = ({ kind, id }: { readonly kind: string; readonly id: Readonly<Record<string, string>> }): boolean =>
  kind === 'table' && id.name !== undefined

function nearest({ count, differs }: Point, migrations: readonly Migration[]): string {
  const tag = migrations[count - 1]!.tag
  const [first, ...more] = differs
  const others = more.length > 0 ? ` and ${more.length} more` : ''
  return `no row of the ledger says how far the database is: it is nearest to ${tag}, but ${first}${others}; if that is meant: --baseline ${tag}`
}

function notThere(
  { count, statements }: Point,
  migrations: readonly Migration[],
  beyond: readonly Migration[],
): string {
  const tags = tagsOf(beyond)
  const half = statements > 0 ? ` and ${counted(statements, 'statement')} of ${migrations[count]!.tag}` : ''
  const upTo =
    count > 0 ? `as ${migrations[count - 1]!.tag}${half} leaves it` : `as${half.replace(' and', '')} leaves it`
  const options = tags.map((tag) => `--unapplied ${tag}`).join(' ')
  return `the ledger says that ${tags.join(', ')} is applied, and the database is ${upTo}; if that is meant: ${options}`
}

/** A migration is under way: the next run goes on after the statements that are done. */
function beginAgain(migration: Migration, done: number, ledger: Ledger, { dialect }: Tools): LedgerStep {
  const statements = dialect.split(migration.sql)
  const { open, set } = progressSql(ledger, migration, statements)
  return {
    sql: `${open}; ${set(done)}`,
    says: `${migration.tag} counts as half run, ${done} of ${counted(statements.length, 'statement')}: sluice migrate runs the rest`,
  }
}

const forget = (entry: Entry, { schema, table }: Ledger): LedgerStep => ({
  sql: `delete from ${dotted(schema, table)} where ${isRow(entry)}`,
  says: `the row ${entry.name ?? entry.hash.slice(0, 12)} goes: no file is known for it, and the migrations explain all that is there`,
})
