import { SluiceError } from '../errors.ts'
import { type AddedLabel, addedLabels, needsLabel } from '../postgres/sql/enum-label.ts'
import { split } from '../postgres/sql/split.ts'
import { nothing, type Work } from './apply.ts'
import { checkConditions } from './conditions.ts'
import { locate } from './failure.ts'
import type { Migration } from './folder.ts'
import type { Applied } from './outcome.ts'
import { type Run, retrying, send, type Task } from './run.ts'
import { type ConditionsOf, type Result, stopped } from './runner.ts'
import type { Status } from './status.ts'
import { asking, entering, open } from './transaction.ts'
import { units } from './unit.ts'

/** All that is due in one transaction: all of it or nothing. Not part of `sluice/migrator`, for its size. */
export async function applyAsOne(run: Run, works: readonly Work[], conditionsOf: ConditionsOf): Promise<Result> {
  const [first] = works
  if (!first) return { applied: [] }
  const at = {
    work: first,
    get migration() {
      return this.work.task.migration
    },
  }
  try {
    const applied = await retrying(run, at, () => attempt(run, works, conditionsOf, at))
    for (const { tag, ms } of applied) run.emit({ type: 'migration-end', tag, ms })
    return { applied }
  } catch (error) {
    return stopped(run, at.work, [], error)
  }
}

/** `at`: which migration is under way. */
async function attempt(
  run: Run,
  works: readonly Work[],
  conditionsOf: ConditionsOf,
  at: { work: Work },
): Promise<readonly Applied[]> {
  const { connection } = run
  const applied: Applied[] = []
  let pid: number | undefined
  try {
    for (const work of works) {
      at.work = work
      const backend = await enter(run, work.task, pid)
      if (backend === undefined) continue
      pid = backend
      applied.push(await applyIn(run, work.task, pid, conditionsOf))
    }
    if (pid !== undefined) await connection.script('commit')
    return applied
  } catch (error) {
    await connection.script(`rollback; ${run.reset}`).catch(() => {}) // a lost session has rolled back by itself
    throw error
  }
}

/**
 * Opens the transaction where it is not open yet: `pid`. Resolves with the process id of the backend that has it; undefined
 * when another run has applied this migration, which is possible behind a pooler, where each waits for the other's transaction.
 */
async function enter(run: Run, task: Task, pid: number | undefined): Promise<number | undefined> {
  const { connection } = run
  if (pid !== undefined) {
    const [row] = await connection.script(`select ${asking(run, task).applied} as applied`)
    return row?.applied === true ? undefined : pid
  }
  const opened = await open(run, task, nothing)
  if (opened === undefined) await connection.script('rollback')
  return opened
}

/** In the open transaction of that backend. */
async function applyIn(run: Run, task: Task, pid: number, conditionsOf: ConditionsOf): Promise<Applied> {
  const { migration, statements } = task
  const { tag } = migration
  const started = performance.now()
  run.emit({ type: 'migration-start', tag, statements: statements.length })
  await checkConditions(run.connection, migration, (await conditionsOf?.(migration)) ?? [])
  for (const statement of statements) await send(run, task, statement, pid)
  if (run.beside?.after) {
    await run.connection.script(entering(run, { finish: [] }).join('; '))
    await run.beside.after(task)
  }
  await run.connection.script(entering(run, { finish: [run.booking.book(migration)] }).join('; '))
  return { tag, ms: performance.now() - started, statements: statements.length }
}

/** @throws SluiceError `TRANSACTION_NOT_ONE` when some of the migrations cannot be in one transaction with the others. */
export function checkAsOne(due: readonly Migration[], status: Status): void {
  const begun = new Set(status.stopped.map(({ migration }) => migration))
  const added: (AddedLabel & { readonly by: string })[] = []
  const problems = due.flatMap((migration) => {
    const problem = begun.has(migration)
      ? `a part of ${migration.tag} is committed`
      : (whyCut(migration) ?? whyAfter(migration, added))
    for (const { text } of split(migration.sql))
      added.push(...addedLabels(text).map((label) => ({ ...label, by: migration.tag })))
    return problem ? [problem] : []
  })
  if (problems.length > 0) throw new SluiceError('TRANSACTION_NOT_ONE', { problems })
}

/** Why a migration is not one transaction by itself. */
function whyCut(migration: Migration): string | undefined {
  const statements = split(migration.sql)
  const cut = units(statements)
  const place = (statement = statements[0]!) => {
    const { file, line, column } = locate({ migration, statements }, statement)
    return `${file}:${line}:${column}`
  }
  const alone = cut.find((unit) => unit.alone)
  if (alone) return `${place(alone.statements[0])} must run outside a transaction`
  const own = cut.find(({ begin, close }) => begin ?? close)
  if (own) return `${place(own.begin ?? own.close)} begins or ends a transaction itself`
  return cut[1] && `${place(cut[1].statements[0])} needs what stands before it to be committed`
}

/** Why a migration cannot follow others in one transaction: Postgres takes a new label only after a commit (55P04). */
function whyAfter(
  { tag, sql }: Migration,
  added: readonly (AddedLabel & { readonly by: string })[],
): string | undefined {
  const texts = split(sql).map(({ text }) => text)
  const label = added.find((one) => texts.some((text) => needsLabel(text, one)))
  return label && `${tag} uses the label '${label.label}' of ${label.type}, which ${label.by} adds`
}
