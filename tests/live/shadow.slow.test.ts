import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, readdir, readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { generate, prove } from '../../src/index.ts'
import { serverPackage } from '../../src/postgres/server/server-package.ts'
import { commandLine } from '../harness/cli.ts'
import { live } from '../harness/database.ts'
import { type Project, project } from '../harness/project.ts'
import { major, serverFolder } from '../harness/server-package.ts'

const db = live()
const sluice = commandLine()
const isRoot = process.getuid?.() === 0

const made: Project[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const one of made.splice(0)) await one[Symbol.asyncDispose]()
})

const schema = `
  import { integer, pgTable, text } from 'drizzle-orm/pg-core'
  export const users = pgTable('users', { id: integer().primaryKey(), name: text().notNull() })
`

async function shadowed(shadow: unknown, links: Readonly<Record<string, string>> = {}) {
  const config = JSON.stringify({ dialect: 'postgresql', schema: './schema.ts', shadow })
  const one = await project({ 'drizzle.config.json': config, 'schema.ts': schema }, links)
  made.push(one)
  return one.folder
}

/** Writes a migration by hand; its SQL runs only in proofs. */
async function byHand(cwd: string, name: string, sql: string): Promise<string> {
  const { tag, file } = await generate({ cwd, name, custom: true })
  await writeFile(join(cwd, file!), sql)
  return tag!
}

/** All that the server holds besides the tables of its databases. */
const shared = () =>
  db.connection.query(`
    select 'role ' || rolname || ' ' || rolcanlogin as what from pg_roles
    union all select 'database ' || datname from pg_database
    union all select 'relation ' || relname from pg_class where oid >= 16384
    order by what`)

test('shadow.url: proofs run on that server, in a database of their own that is gone afterwards', async () => {
  await db.connection.script('create table keep (id int)')
  const before = await shared()
  const cwd = await shadowed({ url: db.url })
  const { proof } = await generate({ cwd, name: 'users' })

  expect(proof).toMatchObject({ result: 'proven', base: 'neighbourhood', down: { result: 'proven' } })
  expect(proof!.engine).toMatch(new RegExp(`^PostgreSQL ${major}\\.\\d+$`))
  expect(await shared()).toEqual(before)
})

test('roles that a history makes are there for it, and removed after each proof; those of the server stay', async () => {
  await db.connection.script(`create role "kept of 'all'" nologin; grant pg_monitor to "kept of 'all'"`)
  const before = await shared()
  const cwd = await shadowed({ url: db.url })
  await generate({ cwd, name: 'users', prove: false })
  await byHand(
    cwd,
    'role',
    `create role "rea""der" nologin; alter role "rea""der" login; grant select on users to "rea""der"`,
  )
  await byHand(cwd, 'more', `do $$ begin if true then create role writer in role "rea""der"; end if; end $$`)
  await byHand(cwd, 'policy', `create policy own on users to "rea""der", missing using (true)`)
  const { proofs } = await prove({ cwd, history: true })

  expect(proofs.map(({ standing, why }) => ({ standing, why }))).toEqual(Array(4).fill({ standing: 'proven', why: [] }))
  expect(await shared()).toEqual(before)
})

test('what the whole server shares is not changed: such a migration is not checked', async () => {
  await db.connection.script('create role keeper nologin; create role other nologin')
  const before = await shared()
  const cwd = await shadowed({ url: db.url })
  await generate({ cwd, name: 'users', prove: false })
  const statements = [
    'alter role keeper login',
    'drop role keeper',
    'alter user postgres rename to keeper2',
    'grant keeper to other',
    `alter database ${new URL(db.url).pathname.slice(1)} set work_mem = '1GB'`,
    `alter system set work_mem = '1GB'`,
    'create database more',
  ]
  const tags: string[] = []
  for (const [i, sql] of statements.entries()) {
    const tag = await byHand(cwd, `n${i}`, sql)
    const { proofs } = await prove({ cwd, tag: [tag] })
    expect(proofs).toMatchObject([
      { standing: 'not checked', why: [`what the whole server shares is left as it is in a proof: ${sql}`] },
    ])
    await writeFile(join(cwd, 'drizzle', `${tag}.sql`), 'select 1')
    tags.push(tag)
  }
  expect(tags).toHaveLength(statements.length)
  expect(await shared()).toEqual(before)
})

test('what a killed run has left goes with the next one, and nothing else', async () => {
  const before = await shared()
  const cwd = await shadowed({ url: db.url })
  await generate({ cwd, name: 'users', prove: false })
  await byHand(cwd, 'slow', 'create role reader; -- sluice:commit\nselect pg_sleep(60)')
  const sleeping = () =>
    db.one(
      `select count(*)::int from pg_stat_activity where state = 'active' and query like '%pg_sleep(60)' and pid <> pg_backend_pid()`,
    )
  const killed = sluice.run(['prove'], { cwd })
  await expect.poll(sleeping).toBe(1)
  const [running] = await db.connection.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'sluice shadow'`,
  )
  await db.connection.script(
    `select pg_terminate_backend(${running!.pid}); select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(60)' and pid <> pg_backend_pid()`,
  )
  expect((await killed).status).not.toBe(0)
  expect(await shared()).not.toEqual(before)

  await byHand(cwd, 'quick', 'select 1')
  await writeFile(join(cwd, 'drizzle/0001_slow.sql'), 'create role reader')
  expect(await prove({ cwd, history: true })).toMatchObject({ proofs: Array(3).fill({ standing: 'proven' }) })
  expect(await shared()).toEqual(before)
})

test('an interrupted proof leaves nothing behind', async () => {
  const before = await shared()
  const cwd = await shadowed({ url: db.url })
  await generate({ cwd, name: 'users', prove: false })
  await byHand(cwd, 'slow', 'create role reader; select pg_sleep(60)')
  const controller = new AbortController()
  const running = prove({ cwd, signal: controller.signal })
  running.catch(() => {})
  await expect
    .poll(() =>
      db.one(`select count(*)::int from pg_stat_activity where state = 'active' and query = 'select pg_sleep(60)'`),
    )
    .toBe(1)
  controller.abort()

  await expect(running).rejects.toMatchObject({ code: 'INTERRUPTED' })
  expect(await shared()).toEqual(before)
})

test('two proofs on one server go one after the other', async () => {
  const cwds = [await shadowed({ url: db.url }), await shadowed({ url: db.url })]
  for (const cwd of cwds) {
    await generate({ cwd, name: 'users', prove: false })
    await byHand(cwd, 'role', 'create role reader')
  }
  const both = await Promise.all(cwds.map((cwd) => prove({ cwd, history: true })))

  expect(both.flatMap(({ proofs }) => proofs.map(({ standing }) => standing))).toEqual(Array(4).fill('proven'))
})

test('a user without the rights is refused before anything is made', async () => {
  await db.connection.script(`create role "we ak" login password 'x' createdb createrole`)
  const url = Object.assign(new URL(db.url), { username: 'we%20ak', password: 'x' }).href

  await expect(generate({ cwd: await shadowed({ url }), name: 'users' })).rejects.toMatchObject({
    code: 'SHADOW_NOT_SUPERUSER',
    message: expect.stringContaining('we ak'),
  })
  await db.connection.script('drop role "we ak"')
})

const version = Number(major)

test('shadow.postgres without the package says what to install', async () => {
  // Away from packages that somebody may have in the folder of temporary files.
  vi.stubEnv('TMPDIR', '/var/tmp')
  await expect(generate({ cwd: await shadowed({ postgres: version }), name: 'users' })).rejects.toMatchObject({
    code: 'SHADOW_SERVER_MISSING',
    exit: 2,
    hint: expect.stringMatching(new RegExp(`^npm install --save-dev ${serverPackage}@${major}\\.`)),
  })
  const links = { [serverPackage]: join(await serverFolder(), '..') }
  const other = version === 14 ? 15 : 14
  await expect(generate({ cwd: await shadowed({ postgres: other }, links), name: 'users' })).rejects.toMatchObject({
    code: 'SHADOW_SERVER_MISSING',
    message: expect.stringMatching(new RegExp(`Postgres ${other} is needed .*: version ${major}\\.\\S+ is installed`)),
  })
})

test.runIf(isRoot)('shadow.postgres as root is refused, since Postgres is', async () => {
  const links = { [serverPackage]: join(await serverFolder(), '..') }
  await expect(generate({ cwd: await shadowed({ postgres: version }, links), name: 'users' })).rejects.toMatchObject({
    code: 'SHADOW_AS_ROOT',
    exit: 2,
    hint: expect.stringContaining('shadow: { url:'),
  })
})

test('shadow.postgres starts a server from the package, and throws it away', async () => {
  const cwd = await shadowed({ postgres: version }, { [serverPackage]: join(await serverFolder(), '..') })
  await generate({ cwd, name: 'users', prove: false })
  await byHand(cwd, 'role', 'create role reader; grant select on users to reader')
  const { status, stdout, stderr } = await asUser(cwd, 'prove', '--history')

  expect(stdout, stderr).toMatch(
    new RegExp(`^0000_users: proven in .* on PostgreSQL ${major}\\..*\\n0001_role: proven in`),
  )
  expect(status).toBe(0)
  expect((await readdir(cwd)).filter((name) => name.startsWith('sluice-shadow-'))).toEqual([])
})

test('a server that shadow.postgres has started goes with a command that is killed', async () => {
  const cwd = await shadowed({ postgres: version }, { [serverPackage]: join(await serverFolder(), '..') })
  await generate({ cwd, name: 'users', prove: false })
  await byHand(cwd, 'slow', 'select pg_sleep(60)')
  const { child, ended } = await startAsUser(cwd, 'prove')
  const homes = async () => (await readdir(cwd)).filter((name) => name.startsWith('sluice-shadow-'))
  const started = async () => {
    const [home] = await homes()
    const file = home && (await readFile(join(cwd, home, 'data', 'postmaster.pid'), 'utf8').catch(() => ''))
    return file ? file.split('\n') : []
  }
  // The last line says that it takes connections.
  await expect.poll(async () => (await started()).at(7)?.trim()).toBe('ready')
  const port = Number((await started())[3])
  expect(await listens(port)).toBe(true)
  child.kill('SIGKILL')
  await ended

  await expect.poll(() => listens(port)).toBe(false)
  await expect.poll(homes).toEqual([])
})

/** Asks the port, not the process: one whose parent is gone may stay in the list of processes after it has ended. */
async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** Runs the command line as somebody who is not root, with temporary files in the project. */
async function asUser(cwd: string, ...args: readonly string[]) {
  const { ended } = await startAsUser(cwd, ...args)
  return ended
}

async function startAsUser(cwd: string, ...args: readonly string[]) {
  const id = (flag: string) => Number(spawnSync('id', [flag, 'nobody']).stdout.toString())
  const user = isRoot ? { uid: id('-u'), gid: id('-g') } : undefined
  if (user) {
    for (const folder of [cwd, dirname(sluice.bin)]) await chmod(folder, 0o755)
    for (const name of ['.', ...(await readdir(cwd, { recursive: true }))])
      if (!name.startsWith('node_modules')) await chown(join(cwd, name), user.uid, user.gid)
  }
  const child = spawn(process.execPath, [sluice.bin, ...args], {
    cwd,
    env: { PATH: process.env.PATH, TMPDIR: cwd },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  })
  const text = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) child[stream].on('data', (chunk) => (text[stream] += chunk))
  const ended = new Promise((done) => child.on('close', done)).then((status) => ({ status, ...text }))
  return { child, ended }
}

test('a server that cannot be reached is an error of its own', async () => {
  const url = Object.assign(new URL(db.url), { port: '1' }).href

  await expect(generate({ cwd: await shadowed({ url }), name: 'users' })).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    exit: 3,
  })
})
