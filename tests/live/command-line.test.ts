import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../src/postgres/server/connect.ts'
import { commandLine } from '../harness/cli.ts'
import { project } from '../harness/project.ts'
import { type Server, startServer } from '../harness/server.ts'

const sluice = commandLine()
let server: Server
beforeAll(async () => {
  server = await startServer()
}, 60_000)
afterAll(() => server?.stop())

const schema = (columns: string) => `
  import { integer, pgTable, text } from 'drizzle-orm/pg-core'
  export const users = pgTable('users', { id: integer().primaryKey(), ${columns} })
`

/** A project whose config reads DATABASE_URL, on a database of its own. */
async function started() {
  const url = await server.createDatabase()
  const made = await project({
    'drizzle.config.ts': `export default {
      dialect: 'postgresql', schema: './schema.ts', dbCredentials: { url: process.env.DATABASE_URL },
    }`,
    '.env': `DATABASE_URL=${url}`,
    'schema.ts': schema('name: text()'),
  })
  const cwd = made.folder
  const run = (...args: readonly string[]) => sluice.run(args, { cwd })
  const change = (columns: string) => writeFile(join(cwd, 'schema.ts'), schema(columns))
  const query = async (sql: string) => {
    const connection = await connect(url)
    try {
      return await connection.script(sql)
    } finally {
      await connection.close()
    }
  }
  return { cwd, url, run, change, query, [Symbol.asyncDispose]: () => made[Symbol.asyncDispose]() }
}

test('the whole way: generate, migrate, status, on the server that .env names, without its password', async () => {
  await using it = await started()
  expect(await it.run('generate', '--name', 'init')).toMatchObject({ status: 0 })
  const dry = await it.run('migrate', '--dry-run', '--json')
  expect(dry).toMatchObject({ status: 0, json: { script: expect.stringContaining('begin;') } })
  expect(dry.stdout + dry.stderr).not.toMatch(/w%40rd|w@rd/)
  const { status, stdout, stderr } = await it.run('migrate')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(new RegExp(`^Database: postgres://postgres@127.0.0.1:${server.port}/`))
  expect(await it.query('select name from users')).toEqual([])
  const { hostname, port, pathname } = new URL(it.url)
  const wrong = `postgres://postgres:nonsense@${hostname}:${port}${pathname}`
  const refused = await it.run('status', '--url', wrong)
  expect(refused.status).toBe(3)
  expect(refused.stderr).toContain('DATABASE_PASSWORD_WRONG')
  expect(refused.stdout + refused.stderr).not.toContain('nonsense')
  const nowhere = await it.run('status', '--json', '--url', it.url.replace(pathname, '/nowhere'))
  expect(nowhere).toMatchObject({ status: 3, json: { error: { code: 'DATABASE_NOT_FOUND' } } })
  expect(JSON.stringify(nowhere)).not.toContain('w%40rd')
  expect(await it.run('status', '--check')).toMatchObject({ status: 0 })
})

test('a name that Postgres cuts is no warning, what a migration says is one', async () => {
  await using it = await started()
  await it.run('generate', '--no-prove', '--name', 'init')
  await it.run('generate', '--custom', '--name', 'long')
  const sql = `alter table users add column ${'long'.repeat(20)} int; do $$ begin raise notice 'mine'; end $$`
  await writeFile(join(it.cwd, 'drizzle/0001_long.sql'), sql)
  const { status, stderr } = await it.run('migrate')
  expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('NOTICE: mine') })
  expect(stderr).not.toContain('truncated')
})

test('two at once: the second waits, and each migration is applied once', async () => {
  await using it = await started()
  await it.run('generate', '--no-prove', '--name', 'init')
  await it.run('generate', '--custom', '--name', 'slow')
  await writeFile(join(it.cwd, 'drizzle/0001_slow.sql'), 'insert into users values (1); select pg_sleep(1)')
  const both = await Promise.all([it.run('migrate'), it.run('migrate')])
  expect(both.map(({ status }) => status)).toEqual([0, 0])
  expect(await it.query('select count(*)::int as n from users')).toEqual([{ n: 1 }])
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  '%s in the middle of a migration rolls it back, lets the lock go and ends with %i',
  async (signal, expected) => {
    await using it = await started()
    await it.run('generate', '--no-prove', '--name', 'init')
    await it.run('generate', '--custom', '--name', 'slow')
    await writeFile(join(it.cwd, 'drizzle/0001_slow.sql'), 'insert into users values (1); select pg_sleep(60)')
    let sent = false
    const ended = await sluice.run(['migrate'], {
      cwd: it.cwd,
      onOutput: (text, child) => {
        if (sent || !text.includes('applied 0000_init')) return
        sent = true
        setTimeout(() => child.kill(signal), 500)
      },
    })
    expect(ended.status, ended.stderr).toBe(expected)
    expect(await it.query('select count(*)::int as n from users')).toEqual([{ n: 0 }])
    expect(await it.query(`select 1 from pg_locks where locktype = 'advisory'`)).toEqual([])
    expect((await it.run('status')).stdout).toContain('Migration state: 1 applied, 2 expected, 1 pending')
  },
)
