import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Connection } from '../../src/dialect/connection.ts'
import type { MigrateEvent } from '../../src/migrate/outcome.ts'
import { type MigrateOptions, migrate } from '../../src/migrate/runner.ts'
import { readStatus, stateLine } from '../../src/migrate/status.ts'
import { connect } from '../../src/postgres/connect.ts'
import { folderOf } from '../harness/migrations.ts'
import { type Server, startServer } from '../harness/server.ts'

let server: Server
let url: string
let connection: Connection
let events: MigrateEvent[]
beforeAll(async () => {
  server = await startServer()
}, 60_000)
afterAll(() => server?.stop())
beforeEach(async () => {
  url = await server.createDatabase()
  connection = await connect(url)
  events = []
})
afterEach(() => connection.close())

const run = (files: Parameters<typeof folderOf>[0], options: Partial<MigrateOptions> = {}) =>
  migrate({
    connection,
    connect: () => connect(url),
    folder: folderOf(files),
    onEvent: (event) => events.push(event),
    ...options,
  })
const one = async (sql: string) => Object.values((await connection.query(sql))[0] ?? {})[0]
const ledger = () => connection.query('select hash, created_at from drizzle.__drizzle_migrations order by id')

const three = {
  '0000_a': 'create table a (i int);\n--> statement-breakpoint\ninsert into a values (1)',
  '0001_b': 'alter table a add column b int; update a set b = 1;',
  '0002_c': 'insert into a values (2, 2), (3, 3)',
}

test('applies what is pending, one transaction each, and says so before and after', async () => {
  const outcome = await run(three)
  expect(outcome.failed).toBeUndefined()
  expect(outcome.applied.map(({ tag }) => tag)).toEqual(['0000_a', '0001_b', '0002_c'])
  expect(events.flatMap((event) => (event.type === 'state' ? event.line : []))).toEqual([
    'Migration state: 0 applied, 3 expected, 3 pending',
    'Migration state: 3 applied, 3 expected, 0 pending',
  ])
  expect(await one('select count(*)::int from a where b is not null')).toBe(3)
  expect(await ledger()).toEqual(
    folderOf(three).migrations.map(({ hash, when }) => ({ hash, created_at: String(when) })),
  )
  const again = await run(three)
  expect(again).toMatchObject({ applied: [], pending: [] })
  expect(await ledger()).toHaveLength(3)
})
