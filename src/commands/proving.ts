import { counted } from '../dialect/counted.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { SluiceError } from '../errors.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import { plan } from '../plan/plan.ts'
import type { RowCounts } from '../proof/observe.ts'
import type { Proof, Proven, Stopped } from '../proof/proof.ts'
import { type ProveInput, prove } from '../proof/prove.ts'
import { answered, asWritten, reversed } from './answers.ts'
import type { Context } from './context.ts'
import { readOwn } from './own-file.ts'
import { boundOf } from './proof-file.ts'
import { withoutKept } from './shared.ts'
import { readText, sluiceFiles } from './side-files.ts'
import { statesOf } from './state.ts'

/** All of a proof's input that not every proof of a run shares. */
export type Unproven = Omit<ProveInput, 'signal' | 'dialect'>

/** Proves one migration. */
export async function proveOnce(
  dialect: Dialect,
  tag: string,
  given: Unproven,
  { signal, progress }: Context,
): Promise<Proven> {
  progress(`proving ${tag}`)
  return prove({ ...given, dialect, signal })
}

/**
 * All that a proof needs of a migration that lies in the folder. Where the snapshots do not differ, or there is none, it
 * was written by hand.
 */
export async function proveInput(
  folder: Folder,
  { tag, sql }: Migration,
  dialect: Dialect,
): Promise<Omit<Unproven, 'open' | 'seed' | 'providers' | 'before'>> {
  const { own, ...declared } = await declaredBy(folder, { tag, sql }, dialect)
  const { pair, diff } = declared
  const isPlanned = diff.changes.length > 0
  const down = await readText(sluiceFiles(folder.path, tag).down)
  const undone = isPlanned && down !== null ? await reversed(pair, diff, dialect) : null
  return {
    ...declared,
    plan: isPlanned ? plan(pair, diff, dialect, { ...own.manner, backfill: own.backfill }) : null,
    back: undone && plan({ from: pair.to, to: pair.from }, undone, dialect, own.manner),
    sql,
    down,
    bound: await boundOf(folder, tag),
  }
}

/** The states that the snapshots before and after a migration declare, how they differ, and what our file says of it. */
export async function declaredBy(
  folder: Folder,
  { tag, sql }: Pick<Migration, 'tag' | 'sql'>,
  dialect: Dialect,
  read?: Parameters<typeof statesOf>[3],
) {
  const { before, after } = await statesOf(folder, tag, dialect, read)
  const own = await readOwn(folder.path, tag)
  const declared = { from: before.schema, to: after.schema }
  const pair = { ...declared, from: withoutKept(declared, dialect, own.answers, sql) }
  const { diff } = await answered(pair, dialect, own.answers, asWritten(sql))
  return { pair, diff, own }
}

/** What a failed proof says, as an error; `what` became of the migration, and what to type `again`. */
export function proofFailed(
  tag: string,
  said: { what: string; again: string },
  { proof, failure }: Proven,
): SluiceError {
  const { text: excerpt, message: _, ...at } = failure ?? {}
  return new SluiceError('PROOF_FAILED', { tag, ...said, why: proof.why, ...(failure && { excerpt, ...at }) })
}

/** How long a proof took, in milliseconds: in all, and each statement of the migration. */
export interface Times {
  readonly ms: number
  readonly statementMs: readonly number[]
}

export const timesOf = ({ ms, statements }: Proven): Times => ({
  ms: Math.round(ms),
  statementMs: statements.map((each) => Math.round(each * 10) / 10),
})

/** The rows that a migration was seen to change, by table. */
export function rowsOf({ observed }: Proof): Readonly<Record<string, RowCounts>> {
  const sums: Record<string, RowCounts> = {}
  for (const { rows } of observed)
    for (const [table, { inserted, updated, deleted }] of Object.entries(rows)) {
      const sum = sums[table] ?? { inserted: 0, updated: 0, deleted: 0 }
      sums[table] = {
        inserted: sum.inserted + inserted,
        updated: sum.updated + updated,
        deleted: sum.deleted + deleted,
      }
    }
  return sums
}

/** A proof in a few lines: how it ended, what it rests on, what it asks of the rows and does to them. */
export function proofLines(proof: Proof, ms?: number): string[] {
  const { result, why, engine, assumed, seeded, changed, stopped, down } = proof
  const time = ms === undefined ? '' : ` in ${(ms / 1000).toFixed(1)} s`
  const rows = `${counted(seeded.rows, 'made-up row')}${stopped ? `, from statement ${stopped.statement} on ${left(stopped)}` : ''}`
  return [
    result === 'proven' ? `proven${time} on ${engine}, with ${rows}` : `${result}: ${why.join('; ')}`,
    ...Object.entries(rowsOf(proof)).map(([table, counts]) => `rows of ${table}: ${countsText(counts)}`),
    ...(assumed.length > 0 ? [`assumed: ${assumed.join(', ')}`] : []),
    ...seeded.notFilled.map(({ table, why }) => `no rows in ${table}: ${why}`),
    ...changed.map((what) => `not declared: ${what}`),
    ...(stopped && result === 'proven'
      ? [`some rows stop statement ${stopped.statement}${notKept(stopped)}: ${stopped.message}`]
      : []),
    ...(down?.stopped
      ? [`some rows stop statement ${down.stopped.statement} of the down migration: ${down.stopped.message}`]
      : []),
    ...(down?.result === 'proven' && down.restores === 'structure'
      ? ['the down migration restores the structure alone, not the rows']
      : []),
  ]
}

const left = ({ rows }: Stopped): string => (rows > 0 ? `with ${rows} of them` : 'without rows')
const notKept = ({ rows }: Stopped): string => (rows > 0 ? '' : ', so whether rows are kept was not checked')

const countsText = (counts: RowCounts): string =>
  Object.entries(counts)
    .flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : []))
    .join(', ')
