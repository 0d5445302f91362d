import { quick } from '../../src/migrate/quick.ts'
import { migrate } from '../../src/migrate/runner.ts'
import { applyTogether } from '../../src/migrate/together.ts'
import { connect } from '../../src/postgres/connect.ts'
import { type Files, folderOf } from './migrations.ts'

// A runner in a process of its own: what it does stands in the first argument, what came of it goes to stdout.
const { url, files, gate, dieAt, dieInside }: Order = JSON.parse(process.argv[2]!)

export interface Order {
  readonly url: string
  readonly files: Files
  /** It starts once nobody holds the advisory lock of this number alone. */
  readonly gate?: number
  /** It kills itself with SIGKILL after so many events. */
  readonly dieAt?: number
  /** It kills itself with SIGKILL half a second into the statement that starts with this. */
  readonly dieInside?: string
}

const die = () => process.kill(process.pid, 'SIGKILL')
const connection = await connect(url)
if (gate !== undefined)
  await connection.script(`select pg_advisory_lock_shared(${gate}), pg_advisory_unlock_shared(${gate})`)
const stop = new AbortController()
process.on('SIGINT', () => stop.abort())
let seen = 0
const outcome = await migrate({
  connection,
  connect: () => connect(url),
  folder: folderOf(files),
  quick,
  applyAll: applyTogether,
  signal: stop.signal,
  onEvent: (event) => {
    if (++seen === dieAt) die()
    if (event.type === 'statement-start' && dieInside && event.sql.startsWith(dieInside)) setTimeout(die, 500)
    if (event.type === 'statement-start') process.stderr.write(`${event.sql}\n`)
  },
})
await connection.close()
process.stdout.write(
  JSON.stringify({
    applied: outcome.applied.map(({ tag }) => tag),
    failed: outcome.failed?.error.message,
    interrupted: outcome.interrupted,
    events: seen,
  }),
)
