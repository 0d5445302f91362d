import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SluiceError } from '../../src/errors.ts'
import { connect, type Notice } from '../../src/postgres/server/connect.ts'
import { type Server, startServer } from '../harness/server.ts'

let server: Server
let url: string
beforeAll(async () => {
  server = await startServer()
  url = await server.createDatabase()
}, 60_000)
afterAll(() => server?.stop())

const failure = (to: string) =>
  connect(to).then(
    async (connection) => {
      await connection.close()
      throw new Error('connected')
    },
    (error: SluiceError) => error,
  )

test('reads int8 and numeric as text, the rest as JavaScript has it', async () => {
  const connection = await connect(url)
  const rows = await connection.query(
    'select 9007199254740993::int8 a, 1.10::numeric b, $1::int c, $2::json d, true e',
    [7, '{"x":1}'],
  )
  expect(rows).toEqual([{ a: '9007199254740993', b: '1.10', c: 7, d: { x: 1 }, e: true }])
  expect(await connection.script('select 1 a; select 2 b')).toEqual([{ b: 2 }])
  expect(connection.version).toBeGreaterThan(160_000)
  expect(connection.label).toBe(`postgres://postgres@127.0.0.1:${server.port}/test_1`)
  await connection.close()
})

test('reports what the server says about a failing statement, and where', async () => {
  const connection = await connect(url)
  await expect(connection.script('select nothing')).rejects.toMatchObject({
    name: 'DatabaseError',
    state: '42703',
    position: 8,
  })
  await connection.script('create table once (id int primary key); insert into once values (1)')
  await expect(connection.query('insert into once values ($1)', [1])).rejects.toMatchObject({
    state: '23505',
    detail: 'Key (id)=(1) already exists.',
  })
  await connection.close()
})

test('passes notices on', async () => {
  const notices: Notice[] = []
  const connection = await connect(url, { onNotice: (notice) => notices.push(notice) })
  await connection.script(`do $$ begin raise notice 'hello'; end $$`)
  expect(notices).toEqual([{ severity: 'NOTICE', message: 'hello', state: '00000' }])
  await connection.close()
})

test('cancels the running statement on the server and keeps the session', async () => {
  const connection = await connect(url)
  const other = await connect(url)
  const cancelled = expect(connection.query('select pg_sleep(60)')).rejects.toMatchObject({ state: '57014' })
  const sleeping = () =>
    other.query(`select from pg_stat_activity where wait_event = 'PgSleep' and pid = $1`, [connection.pid])
  await expect.poll(sleeping).toHaveLength(1)
  await connection.cancel()
  await cancelled
  await other.close()
  expect(await connection.query('select 1 as one')).toEqual([{ one: 1 }])
  await connection.close()
})

test('a lost connection is a DatabaseError without a state', async () => {
  const [connection, other] = [await connect(url), await connect(url)]
  const [{ pid } = {}] = await connection.query('select pg_backend_pid() pid')
  expect(pid).toBe(connection.pid)
  await other.query('select pg_terminate_backend($1::int)', [pid])
  await expect(connection.query('select 1').then(() => connection.query('select 1'))).rejects.toMatchObject({
    name: 'DatabaseError',
  })
  await expect(connection.query('select 1')).rejects.toMatchObject({ name: 'DatabaseError', state: '' })
  await Promise.all([connection.close(), other.close()])
})

test.each([
  ['DATABASE_PASSWORD_WRONG', { password: 'wrong' }, 'password authentication failed'],
  ['DATABASE_PASSWORD_WRONG', { password: '' }, 'password'],
  ['DATABASE_NOT_FOUND', { pathname: '/nowhere' }, 'database "nowhere" does not exist'],
  ['DATABASE_TLS_FAILED', { search: '?sslmode=require' }, 'does not support SSL'],
  ['DATABASE_UNREACHABLE', { port: '1' }, 'ECONNREFUSED'],
  ['DATABASE_UNREACHABLE', { hostname: 'nowhere.invalid' }, 'nowhere.invalid'],
] as const)('%s for %j: says what the server said, and never the password', async (code, change, message) => {
  const at = Object.assign(new URL(url), change)
  const error = await failure(at.href)
  expect(error).toMatchObject({ code, exit: 3 })
  expect(error.message).toContain(message)
  expect(JSON.stringify([error.message, error.hint, error.details])).not.toMatch(/p%3Ass|p:ss|wrong/)
})

test('DATABASE_ACCESS_DENIED for a role that may not log in or not connect', async () => {
  const admin = await connect(url)
  await admin.script(
    `create role sleeper password 'x'; create role guest login password 'x'; revoke connect on database test_1 from public`,
  )
  await admin.close()
  for (const user of ['sleeper', 'guest']) {
    const at = Object.assign(new URL(url), { username: user, password: 'x' })
    expect(await failure(at.href)).toMatchObject({ code: 'DATABASE_ACCESS_DENIED', exit: 3 })
  }
})

test.each(['postgres://a:secret@host:port/c', 'mysql://a:secret@b/c', 'secret'])(
  'a URL that cannot be read: %s',
  async (bad) => {
    const error = await failure(bad)
    expect(error).toMatchObject({ code: 'DATABASE_URL_INVALID', exit: 2 })
    expect(`${error.stack} ${error.cause}`).not.toMatch(/secret/)
  },
)

test('takes drizzle-kit credentials and sockets', async () => {
  const { hostname, port, password } = new URL(url)
  const parts = {
    host: hostname,
    port: Number(port),
    user: 'postgres',
    password: decodeURIComponent(password),
    database: 'test_1',
  }
  const connection = await connect({ ...parts, ssl: false }, { applicationName: 'shop' })
  const [row] = await connection.query(
    `select application_name, current_setting('unix_socket_directories') dir from pg_stat_activity where pid = pg_backend_pid()`,
  )
  expect(row).toMatchObject({ application_name: 'shop' })
  await connection.close()
  const socket = await connect(`postgresql://postgres:${password}@/test_1?host=${row?.dir}&port=${port}`)
  expect(socket.label).toBe(`postgres://postgres@/test_1?host=${row?.dir}`)
  await socket.close()
})

test('an abort ends the attempt', async () => {
  const silent = createServer()
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
  const { port } = silent.address() as { port: number }
  const signal = AbortSignal.timeout(50)
  await expect(connect(`postgres://a:b@127.0.0.1:${port}/c`, { signal })).rejects.toThrow(signal.reason)
  silent.close()
})
