import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Contestant } from '../measure.ts'
import { run } from '../measure.ts'
import { pendingScript, writePending } from '../migrations.ts'
import { kit, makeProject, sluice } from '../tools.ts'
import type { Bench, Row } from './row.ts'

const count = 1_000

/** `migrate` with all pending, beside a program that sends the same transactions and does nothing else; and with all applied. */
export async function* migrate({ home, newKit, database }: Bench): AsyncGenerator<Row> {
  const projects = [sluice, kit, ...(newKit ? [newKit] : [])].map((tool) => {
    const project = makeProject(home, tool)
    project.declare(1)
    writePending(project.out, count, tool.layout)
    return project
  })
  const fresh = async () => ({ DATABASE_URL: await database() })
  const sender = await plainSender(home, database)
  yield {
    name: 'migrate, 1,000 pending',
    contestants: [...projects.map((project) => project.contestant(['migrate'], { before: fresh })), sender],
    budget: { times: 1.25, of: sender.name },
  }
  const contestants: Contestant[] = []
  for (const project of projects) {
    const env = { DATABASE_URL: await database() }
    await project.run(['migrate'], env)
    contestants.push(project.contestant(['migrate'], { env }))
  }
  yield { name: 'migrate, 1,000 applied', contestants, budget: { times: 0.7, of: kit.name } }
}

/** psql; where there is none, the driver `pg`, a statement a message. */
async function plainSender(home: string, database: Bench['database']): Promise<Contestant> {
  const file = join(home, 'pending.sql')
  writeFileSync(file, pendingScript(count))
  const found = await run('psql', ['--version']).catch(() => undefined)
  const name = found ? 'psql' : 'pg, simple protocol'
  const [program, args] = found
    ? ['psql', ['--quiet', '--no-psqlrc', '--set=ON_ERROR_STOP=1', `--file=${file}`]]
    : [process.execPath, [join(import.meta.dirname, 'send.mjs'), file]]
  // psql takes the address as an argument; its variables do as well, and are the same for both.
  const before = async () => {
    const url = new URL(await database())
    return {
      PGHOST: url.hostname,
      PGPORT: url.port,
      PGUSER: url.username,
      PGPASSWORD: decodeURIComponent(url.password),
      PGDATABASE: url.pathname.slice(1),
    }
  }
  return { name, program, args, before }
}
