import { type Connection, DatabaseError } from '../dialect/connection.ts'
import { split } from '../postgres/sql/split.ts'
import { type Around, type Quick, type Run, send, settings, type Task } from './run.ts'
import { asking, beginning, entering } from './transaction.ts'

/**
 * Sends what opens a transaction along with its first statement, and what ends it along with its last one: no more round
 * trips than statements. For a session that holds the lock, where nothing has to be asked that an error cannot answer.
 */
export const quick: Quick = async (run, task, { statements, begin, close }, around) => {
  const { connection, lock } = run
  const { watched } = connection
  if (!watched || lock.backend === undefined || begin || close || task.progress || run.beside) return false
  if (statements.length === 0 || around.conditions.length > 0) return false
  const ends = ending(run, around)
  const last = statements.at(-1)!
  const closed = isClosed(last.text)
  for (const statement of statements) {
    const before = statement === statements[0] ? opening(run, task) : []
    const after = statement === last && closed ? ends : []
    const sent = along(connection, watched, before, after)
    try {
      await send(run, task, statement, lock.backend, sent.script)
    } catch (error) {
      if (sent.failure?.state !== divisionByZero) throw sent.failure ?? error
      await connection.script('rollback')
      return false
    }
  }
  if (!closed) await connection.script(ends.join(';'))
  return true
}

/** What comes before a migration's first statement: division by zero where another run has the lock, or has applied this. */
export function opening(run: Run, task: Task): readonly string[] {
  const { take, locked, applied } = asking(run, task)
  const free = `select 1 / (${locked} and not ${applied})::int`
  return [beginning, ...settings(run, run.lockTimeout, 'local'), take, free]
}

/** What comes after its last one. */
export const ending = (run: Run, around: Pick<Around, 'finish'>): readonly string[] => [
  ...entering(run, around),
  'commit',
]

/**
 * What is put after a text is SQL of its own, not the rest of a quotation that the text leaves open. What a backslash
 * quotes, a setting of the session decides.
 */
export const isClosed = (text: string): boolean =>
  !text.includes('\\') && split(`${text}${separator}select`).length === 2

export const separator = '\n;' // a text may end in a comment

export const divisionByZero = '22012'

/** Sends a statement between others of our own; `failure` is what the server said of those. */
function along(
  { script }: Connection,
  watched: NonNullable<Connection['watched']>,
  before: readonly string[],
  after: readonly string[],
) {
  const start = before.map((sql) => `${sql};`).join('')
  const end = after.map((sql) => `${separator}${sql}`).join('')
  const sent = {
    failure: undefined as DatabaseError | undefined,
    async script(text: string): Promise<void> {
      let ended = 0
      try {
        await watched(start + text + end, () => ended++)
      } catch (error) {
        if (!(error instanceof DatabaseError)) throw error
        const position = error.position && error.position - [...start].length
        // Where a part of a message is no SQL, nothing of it has run, not even the BEGIN that a ROLLBACK is to follow.
        const unread = ended === 0 && position !== undefined && position > 0
        if (unread && before.length > 0) await script('begin')
        if (!unread && ended !== before.length) sent.failure = error
        throw new DatabaseError(error.message, { ...error, position }, { cause: error })
      }
    },
  }
  return sent
}
