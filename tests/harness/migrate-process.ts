import type { Connection } from '../../src/dialect/connection.ts'
import { traces } from '../../src/migrate/detach.ts'
import { quick } from '../../src/migrate/quick.ts'
import { rollback } from '../../src/migrate/rollback.ts'
import { type MigrateOptions, migrate } from '../../src/migrate/runner.ts'
import { applyTogether } from '../../src/migrate/together.ts'
import { connect } from '../../src/postgres/server/connect.ts'
import { downsOf, type Files, folderOf } from './migrations.ts'

// A runner in a process of its own: what it does stands in the first argument, what came of it goes to stdout.
const { url, files, downs, gate, dieAt, dieInside }: Order = JSON.parse(process.argv[2]!)

export interface Order {
  readonly url: string
  readonly files: Files
  /** The migrations are rolled back by these, the newest first, and not applied. */
  readonly downs?: Readonly<Record<string, string>>
  /** It starts once nobody holds the advisory lock of this number alone. */
  readonly gate?: number
  /** It kills itself with SIGKILL at this moment: the first is before it sends something, the second when that is sent and nothing was heard, and so on. */
  readonly dieAt?: number
  /** It kills itself with SIGKILL half a second into the statement that starts with this. */
  readonly dieInside?: string
}

const die = () => process.kill(process.pid, 'SIGKILL')
let moments = 0
const moment = () => {
  if (++moments === dieAt) die()
}

/** A session that counts the moments at which its process can die. */
function counted(session: Connection): Connection {
  const around =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> => {
      moment()
      const answer = call(...args)
      setImmediate(moment) // before the loop reads what the server says
      return answer
    }
  const { query, script, watched } = session
  return {
    ...session,
    query: around(query) as Connection['query'],
    script: around(script),
    ...(watched && { watched: around(watched) }),
  }
}

const connection = counted(await connect(url))
if (gate !== undefined)
  await connection.script(`select pg_advisory_lock_shared(${gate}), pg_advisory_unlock_shared(${gate})`)
const stop = new AbortController()
process.on('SIGINT', () => stop.abort())
const folder = folderOf(files)
const options: MigrateOptions = {
  connection,
  connect: () => connect(url),
  folder,
  traces,
  signal: stop.signal,
  onEvent: (event) => {
    if (event.type === 'statement-start' && dieInside && event.sql.startsWith(dieInside)) setTimeout(die, 500)
    if (event.type === 'statement-start') process.stderr.write(`${event.sql}\n`)
  },
}
const { failed, interrupted, ...outcome } = downs
  ? await rollback({ ...options, downs: downsOf(folder, downs) })
  : await migrate({ ...options, quick, applyAll: applyTogether })
const done = 'applied' in outcome ? outcome.applied : outcome.rolledBack
await connection.close()
process.stdout.write(
  JSON.stringify({
    applied: done.map(({ tag }) => tag),
    failed: failed?.error.message,
    interrupted,
    moments,
  }),
)
