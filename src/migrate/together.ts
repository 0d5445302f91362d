import { DatabaseError, type Statement } from '../dialect/connection.ts'
import type { Condition } from '../dialect/kind.ts'
import { split } from '../postgres/sql/split.ts'
import type { Work } from './apply.ts'
import type { Migration } from './folder.ts'
import type { Applied } from './outcome.ts'
import { divisionByZero, ending, isClosed, opening, separator } from './quick.ts'
import { isTransient, type Run, StatementError } from './run.ts'
import { applyOne, type ConditionsOf, type Result, stopped } from './runner.ts'

/** What came of a message. */
interface Sent {
  readonly applied: readonly Applied[]
  /** What stopped the migration after those that were applied, which has left nothing. */
  readonly error?: unknown
  /** That one is to be sent by itself: there is nothing against it, or nothing that can be told yet. */
  readonly again?: boolean
}

/** One statement of a message: of a migration, or of ours around it. */
interface Part {
  readonly sql: string
  readonly work: Work
  readonly statement?: Statement
}

/** In one message: a cancel must not have to wait for long. */
const most = 64
const longest = 200_000

/** So many in a row, each in less than so many milliseconds, make it likely that the next ones take no longer. */
const enough = 8
const swift = 10

/**
 * Applies what is pending, with a round trip for many migrations instead of one for each statement where the last ones took
 * no time: a long history on an empty database. The server tells what it has done when a message ends, so what may take its
 * time is sent by itself.
 */
export async function applyTogether(run: Run, works: readonly Work[], conditionsOf: ConditionsOf): Promise<Result> {
  const asked = new Map<Migration, readonly Condition[]>()
  const conditions = async (migration: Migration) => {
    const known = asked.get(migration) ?? (await conditionsOf?.(migration)) ?? []
    asked.set(migration, known)
    return known
  }
  const applied: Applied[] = []
  for (let next = 0; next < works.length; ) {
    const last = applied.slice(-enough)
    const isSwift = last.length === enough && last.every(({ ms }) => ms < swift)
    try {
      run.signal?.throwIfAborted()
      const sent = isSwift ? await sendSome(run, works.slice(next, next + most), conditions) : nothing
      applied.push(...sent.applied)
      next += sent.applied.length
      if (sent.error && !sent.again) throw sent.error
      if (sent.applied.length > 0 && !sent.again) continue
      applied.push(...(await applyOne(run, works[next]!, conditions)))
      next++
    } catch (error) {
      return stopped(run, works[next]!, applied, error)
    }
  }
  return { applied }
}

const nothing: Sent = { applied: [] }

/** The first of these that can go along. For a session that holds the lock; nothing may have to be asked before. */
async function sendSome(
  run: Run,
  works: readonly Work[],
  conditionsOf: (migration: Migration) => Promise<readonly Condition[]>,
): Promise<Sent> {
  const { watched } = run.connection
  if (!watched || run.lock.backend === undefined || run.beside) return nothing
  const parts: Part[] = []
  let [count, length] = [0, 0]
  for (const work of works) {
    if (length > longest || !isPlain(work) || (await conditionsOf(work.task.migration)).length > 0) break
    const more = partsOf(run, work)
    parts.push(...more)
    length += more.reduce((sum, { sql }) => sum + sql.length, 0)
    count++
  }
  return count < 2 ? nothing : send(run, parts, watched)
}

/** One transaction, with nothing in it that its neighbours could feel. */
function isPlain({ task, units: [unit, ...more], begun }: Work): boolean {
  if (!unit || more.length > 0 || begun || task.progress || task.done > 0) return false
  const { statements, alone, begin, close } = unit
  return statements.length > 0 && !alone && !begin && !close && statements.every(({ text }) => isClosed(text))
}

function partsOf(run: Run, work: Work): readonly Part[] {
  const finish = [run.booking.book(work.task.migration)]
  const ours = (sql: string): readonly Part[] => split(sql).map(({ text }) => ({ sql: text, work }))
  return [
    ...opening(run, work.task).flatMap(ours),
    ...work.task.statements.map((statement) => ({ sql: statement.text, work, statement })),
    ...ending(run, { finish }).flatMap(ours),
  ]
}

async function send(
  run: Run,
  parts: readonly Part[],
  watched: NonNullable<Run['connection']['watched']>,
): Promise<Sent> {
  const started = performance.now()
  let ended = 0
  try {
    await watched(parts.map(({ sql }) => sql).join(separator), () => ended++)
    return { applied: tell(run, parts, started) }
  } catch (error) {
    await run.connection.script(`rollback; ${run.reset}`).catch(() => {}) // a lost session has rolled back by itself
    const at = parts[ended]
    const applied = tell(
      run,
      at
        ? parts.slice(
            0,
            parts.findIndex(({ work }) => work === at.work),
          )
        : parts,
      started,
    )
    return { applied, ...blame(error, parts, ended) }
  }
}

/** Tells what the message has done. Only the time of the whole is known: each migration has its share of it. */
function tell({ emit }: Run, parts: readonly Part[], started: number): readonly Applied[] {
  const works = [...new Set(parts.map(({ work }) => work))]
  const ms = (performance.now() - started) / works.length
  return works.map(({ task: { migration, statements } }) => {
    const { tag } = migration
    emit({ type: 'migration-start', tag, statements: statements.length })
    for (const [i, { text }] of statements.entries()) {
      emit({ type: 'statement-start', tag, statement: i + 1, sql: text })
      emit({ type: 'statement-end', tag, statement: i + 1, ms: ms / statements.length })
    }
    emit({ type: 'migration-end', tag, ms })
    return { tag, ms, statements: statements.length }
  })
}

/** Whose the error is. Where a part of a message is no SQL, nothing of it runs: sent by itself, the part says so. */
function blame(error: unknown, parts: readonly Part[], ended: number): Pick<Sent, 'error' | 'again'> {
  const { statement } = parts[ended] ?? {}
  if (!(error instanceof DatabaseError) || !statement)
    return { error, again: error instanceof DatabaseError && (ended === 0 || error.state === divisionByZero) }
  const before = parts.slice(0, ended).reduce((sum, { sql }) => sum + [...sql].length + separator.length, 0)
  const position = error.position && error.position - before
  const failed = new StatementError(
    statement,
    new DatabaseError(error.message, { ...error, position }, { cause: error }),
    [],
  )
  return { error: failed, again: isTransient(failed) }
}
