import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEmbedded } from '../../src/postgres/embedded/embed.ts'

let home: string
let directory: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'sluice-directory-'))
  directory = join(home, 'project/.sluice/postgres')
})
afterEach(() => rm(home, { recursive: true, force: true }))

/** Runs a script in a process of its own; `open()` opens the directory. Its `out` is all that it has printed. */
function run(script: string): { child: ChildProcess; done: Promise<number | null>; out: () => string } {
  const file = join(home, `${randomUUID()}.mjs`)
  writeFileSync(
    file,
    `import { openEmbedded } from ${JSON.stringify(new URL('../../src/postgres/embedded/embed.ts', import.meta.url).href)}
    const open = (options) => openEmbedded({ directory: ${JSON.stringify(directory)}, ...options })
    ${script}`,
  )
  const loader = new URL('../harness/typescript.js', import.meta.url).href
  const child = spawn(process.execPath, ['--liftoff-only', '--import', loader, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout.on('data', (data) => {
    out += data
  })
  return { child, done: new Promise((resolve) => child.on('exit', resolve)), out: () => out }
}

const until = async (child: ChildProcess, condition: () => boolean) => {
  while (!condition() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20))
}

const rows = async (sql: string) => {
  const connection = await openEmbedded({ directory })
  try {
    return await connection.query(sql)
  } finally {
    await connection.close()
  }
}

test('what is written stays, extensions too, and the lock goes', async () => {
  const first = await openEmbedded({ directory })
  expect(first.label).toContain('project/.sluice/postgres')
  await first.script(`
    create extension vector; create extension citext;
    create table t (id int, v vector(2), c citext); insert into t values (1, '[1,2]', 'Abc')`)
  await first.close()
  expect(await readdir(join(home, 'project/.sluice'))).toEqual(['postgres'])
  expect(await rows(`select id, v <-> '[1,2]' as away from t where c = 'aBC'`)).toEqual([{ id: 1, away: 0 }])
})

test('two processes at once lose no row', async () => {
  const script = (who: string) => `
    for (let i = 0; i < 3; i++) {
      const connection = await open({ wait: 60_000 })
      await connection.script('create table if not exists t (who text, i int)')
      await connection.query('insert into t values ($1, $2)', ['${who}', i])
      await connection.close()
    }`
  expect(await Promise.all([run(script('a')).done, run(script('b')).done])).toEqual([0, 0])
  expect(await rows('select who, count(*)::int n, sum(i)::int total from t group by who order by who')).toEqual([
    { who: 'a', n: 3, total: 3 },
    { who: 'b', n: 3, total: 3 },
  ])
})

test('a directory in use is waited for, then refused with the process that has it', async () => {
  const { child, done, out } = run(`await open(); console.log('open'); setInterval(() => {}, 1000)`)
  await until(child, () => out().includes('open'))
  const waited: number[] = []
  const error = await openEmbedded({ directory, wait: 200, onWait: (pid) => waited.push(pid) }).catch((error) => error)
  expect(error).toMatchObject({ code: 'EMBEDDED_BUSY', exit: 3 })
  expect(error.message).toContain(`process ${child.pid}`)
  expect(error.hint).toContain('postgres.lock')
  expect(waited).toEqual([child.pid])
  child.kill('SIGKILL')
  await done
  expect(await rows('select 1 as one')).toEqual([{ one: 1 }])
})

test('it is refused inside one process too, and given back by close', async () => {
  const first = await openEmbedded({ directory })
  await expect(openEmbedded({ directory, wait: 0 })).rejects.toMatchObject({ code: 'EMBEDDED_BUSY' })
  await first.close()
  expect(await rows('select 1 as one')).toEqual([{ one: 1 }])
})

test('kill -9 in the middle of writing leaves all that was committed, and the next one opens it', async () => {
  const { child, done, out } = run(`
    const connection = await open()
    await connection.script('create table t (i int primary key, filler text)')
    for (let i = 1; ; i++) {
      await connection.query('insert into t values ($1, repeat($2, 500))', [i, 'x'])
      console.log(i)
    }`)
  await until(child, () => out().split('\n').length > 200)
  child.kill('SIGKILL')
  await done
  expect(existsSync(`${directory}.lock`)).toBe(true)
  const reported = Number(out().trim().split('\n').at(-1))
  const [row] = await rows('select count(*)::int as count, max(i) as last from t')
  expect(row!.count).toBe(row!.last)
  expect(row!.last).toBeGreaterThanOrEqual(reported - 1)
  expect(await readdir(join(home, 'project/.sluice'))).toEqual(['postgres'])
})

test('of many who find a dead owner one takes over at a time', async () => {
  await (await openEmbedded({ directory })).close()
  const { done, child } = run('')
  await done
  const dead = { pid: child.pid, host: hostname(), started: 0, id: 'gone' }
  await writeFile(`${directory}.lock`, JSON.stringify(dead))
  const script = (who: number) => `
    const connection = await open({ wait: 60_000 })
    await connection.script('create table if not exists t (who int); insert into t values (${who})')
    await connection.close()`
  const codes = await Promise.all([1, 2, 3, 4].map((who) => run(script(who)).done))
  expect(codes).toEqual([0, 0, 0, 0])
  expect(await rows('select who from t order by who')).toEqual([1, 2, 3, 4].map((who) => ({ who })))
  expect(await readdir(join(home, 'project/.sluice'))).toEqual(['postgres'])
})

test('an engine that was ended gives the directory back', async () => {
  const first = await openEmbedded({ directory })
  await first.script('create table t (id int); insert into t values (1)')
  const running = first.script('insert into t values (2); select pg_sleep(60)').catch((error) => error.message)
  await first.cancel()
  expect(await running).toContain('it was cancelled')
  const second = await openEmbedded({ directory })
  expect(await second.query('select id from t')).toEqual([{ id: 1 }])
  await first.close()
  await expect(openEmbedded({ directory, wait: 0 })).rejects.toMatchObject({ code: 'EMBEDDED_BUSY' })
  await second.close()
})

test('another major version is refused, and what is there is not touched', async () => {
  await mkdir(directory, { recursive: true })
  await writeFile(join(directory, 'PG_VERSION'), '16\n')
  const error = await openEmbedded({ directory }).catch((error) => error)
  expect(error).toMatchObject({ code: 'EMBEDDED_VERSION', exit: 3, details: { found: '16', engine: '18' } })
  expect(error.message).toContain('was written by Postgres 16; the embedded one is 18')
  expect(await readdir(directory)).toEqual(['PG_VERSION'])
  expect(existsSync(`${directory}.lock`)).toBe(false)
})

test('a folder of something else is refused, and not touched', async () => {
  await mkdir(directory, { recursive: true })
  await writeFile(join(directory, 'thesis.txt'), 'all my work')
  await expect(openEmbedded({ directory })).rejects.toMatchObject({ code: 'EMBEDDED_FAILED' })
  expect(await readFile(join(directory, 'thesis.txt'), 'utf8')).toBe('all my work')
})

test('a damaged directory is an error that says so, not a crash', async () => {
  await (await openEmbedded({ directory })).close()
  await writeFile(join(directory, 'global/pg_control'), 'nonsense')
  const error = await openEmbedded({ directory }).catch((error) => error)
  expect(error).toMatchObject({ code: 'EMBEDDED_FAILED' })
  expect(error.message.length).toBeLessThan(1500)
  expect(existsSync(`${directory}.lock`)).toBe(false)
})

test('an empty folder, and one half made before a crash, become a database', async () => {
  await mkdir(directory, { recursive: true })
  await mkdir(`${directory}.new/base`, { recursive: true })
  expect(await rows('select 1 as one')).toEqual([{ one: 1 }])
})

test('a place where nothing can be written is an error that says so', async () => {
  await writeFile(join(home, 'project'), '')
  const error = await openEmbedded({ directory }).catch((error) => error)
  expect(error).toMatchObject({ code: 'EMBEDDED_FAILED', exit: 3 })
  expect(error.message).toMatch(/EEXIST|ENOTDIR/)
})
