import { DatabaseError, type Statement } from '../dialect/connection.ts'
import { type Place, place } from '../dialect/place.ts'
import { type ErrorCode, SluiceError } from '../errors.ts'
import { sessionText } from './lock.ts'
import type { At, Failure, Refusal } from './outcome.ts'
import { isTransient, type Run, StatementError, type Task } from './run.ts'

/** Turns what stopped a migration into data; an error that is no database's is thrown on. */
export function failure(run: Run, task: Task, error: unknown): Failure {
  const { tag } = task.migration
  const base = { tag, committed: task.done }
  if (error instanceof SluiceError) {
    const kind = error.code === 'LOCK_HELD' ? 'lock' : 'condition'
    const { refused } = error.details as { refused?: readonly Refusal[] }
    return { ...base, kind, error, ...(refused && { refused }) }
  }
  const said = error instanceof StatementError ? error.cause : error
  if (!(said instanceof DatabaseError)) throw error
  const { statement, blockers: seen = [] } = error instanceof StatementError ? error : {}
  const blockers = seen.length > 0 ? seen : undefined
  const at = statement && locate(task, statement, said.position)
  const details = {
    tag,
    place: at ? `${at.file}:${at.line}:${at.column}` : task.migration.file,
    which: at ? `statement ${at.statement} of ${at.of}` : 'its COMMIT',
    message: said.message,
    state: said.state,
    left: left(task),
    again: run.again,
    ...(at && { excerpt: at.excerpt }),
    ...Object.fromEntries(
      (['detail', 'hint', 'where'] as const).flatMap((name) => (said[name] ? [[name, said[name]]] : [])),
    ),
  }
  const as = (kind: Failure['kind'], code: ErrorCode, more = {}): Failure => ({
    ...base,
    kind,
    state: said.state,
    ...(at && { at }),
    ...(blockers && { blockers }),
    error: new SluiceError(code, { ...details, ...more }, { cause: said }),
  })
  if (isLost(said)) return as('connection', 'CONNECTION_LOST', { target: run.connection.label })
  if (!isTransient(error)) return as('statement', 'STATEMENT_FAILED')
  return as('lock', 'LOCK_TIMEOUT', {
    attempts: run.attempts,
    seconds: run.lockTimeout / 1000,
    holder: blockers?.map(sessionText).join(', ') ?? 'another session',
    pids: blockers?.map(({ pid }) => pid) ?? ['pid'],
  })
}

/** The connection broke, or the server ended the session (class 57P: shutdown, crash). */
const isLost = ({ state }: DatabaseError): boolean => state === '' || /^(?:57P0[1-5]|08)/.test(state)

function left({ done, migration, statements }: Task): string {
  if (done === 0) return `nothing of ${migration.tag} was applied`
  return `${done} of ${statements.length} statements of ${migration.tag} are committed and will not run again`
}

/** Where a statement stands in its file, or, when the server says it, the place inside the statement. */
export function locate(
  { migration, statements }: Pick<Task, 'migration' | 'statements'>,
  statement: Statement,
  position?: number,
): At {
  const { file, sql } = migration
  const inside = position === undefined ? 0 : codeUnits(statement.text, position - 1)
  const { line, column } = place(sql, statement.offset + inside)
  return {
    file,
    line,
    column,
    statement: statements.indexOf(statement) + 1,
    of: statements.length,
    sql: statement.text,
    excerpt: excerpt(sql, { line, column }),
  }
}

/** How many UTF-16 code units so many characters take; Postgres counts characters. */
function codeUnits(text: string, characters: number): number {
  let units = 0
  for (const character of text) {
    if (characters-- <= 0) break
    units += character.length
  }
  return units
}

/** Two lines before and after, cut to a readable width, with a mark under the column. */
function excerpt(sql: string, { line, column }: Place): string {
  const lines = sql.split(/\r?\n/)
  const first = Math.max(1, line - 2)
  const from = Math.max(0, column - 80)
  const width = String(line + 2).length
  return lines
    .slice(first - 1, line + 2)
    .flatMap((text, index) => {
      const number = first + index
      const shown = `${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${text.slice(from, from + 120)}`
      return number === line ? [shown, `  ${' '.repeat(width)} | ${' '.repeat(column - from - 1)}^`] : [shown]
    })
    .join('\n')
}
