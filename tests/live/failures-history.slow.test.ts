import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check, type GenerateOptions, generate, migrate, rebase, rollback, status } from '../../src/index.ts'
import { commandLine } from '../harness/cli.ts'
import { live } from '../harness/database.ts'
import { repository } from '../harness/repository.ts'

// Each line is measured and numbered: what drizzle-kit gets wrong with a history, here on a real server.

const db = live()
const sluice = commandLine()
const head = `import { integer, pgEnum, pgTable, text } from 'drizzle-orm/pg-core'\n`
const users = (columns = '') => `export const users = pgTable('users', { id: integer().primaryKey(), ${columns} })\n`

/** A project under git with one migration, on a database of the server. */
async function started(schema: string) {
  const made = await repository({
    'drizzle.config.json': JSON.stringify({
      dialect: 'postgresql',
      schema: './schema.ts',
      dbCredentials: { url: db.url },
    }),
  })
  const cwd = made.folder
  const change = async (name: string, text: string, options: GenerateOptions = {}) => {
    await made.put('schema.ts', head + text)
    await generate({ cwd, name, ...options })
    await made.commit(name)
  }
  await change('init', schema)
  return { ...made, cwd, change, sql: (tag: string) => join(cwd, 'drizzle', `${tag}.sql`) }
}

test('FAILURES 7: a way back is written and proven, refused where it loses, and run on the server', async () => {
  await using it = await started(users('name: text()'))
  const { cwd } = it
  await it.change('more', users('name: text(), more: integer()'))
  await migrate({ cwd })
  await db.connection.script(`insert into users values (1, 'Ada', 7)`)
  await expect(rollback({ cwd })).rejects.toMatchObject({ code: 'ROLLBACK_LOSES' })
  expect(await db.one('select more from users')).toBe(7)
  expect(await rollback({ cwd, allowLoss: true })).toMatchObject({ rolledBack: [{ tag: '0001_more' }], drift: [] })
  expect(await db.one('select row_to_json(users)::text from users')).toBe('{"id":1,"name":"Ada"}')
  await migrate({ cwd, restore: true })
  expect(await db.one('select more from users')).toBe(7)
})

test('FAILURES 9: an applied file that was edited, renamed or deleted is named by migrate, status and check', async () => {
  await using it = await started(users())
  const { cwd } = it
  await it.change('more', users('more: integer()'))
  await migrate({ cwd })
  const codes = async () => {
    const error = await check({ cwd, database: true }).catch((thrown) => thrown)
    return error.details.result.findings.map(({ code }: { code: string }) => code)
  }
  await writeFile(it.sql('0001_more'), 'ALTER TABLE users ADD other integer;')
  await expect(migrate({ cwd })).rejects.toMatchObject({ code: 'HISTORY_EDITED', exit: 1 })
  expect(await codes()).toContain('edited')
  await rm(it.sql('0001_more'))
  await expect(migrate({ cwd })).rejects.toMatchObject({ code: 'MIGRATION_FILE_MISSING' })
  expect(await codes()).toContain('sqlMissing')
  await it.git('checkout', 'HEAD~1', '--', 'drizzle')
  await rm(join(cwd, 'drizzle/meta/0001_snapshot.json'), { force: true })
  await expect(status({ cwd, check: true })).rejects.toMatchObject({ code: 'STATUS_NOT_CLEAN', exit: 1 })
  expect(await codes()).toContain('deleted')
  expect(await db.one(`select count(*)::int from pg_attribute where attrelid = 'users'::regclass and attnum > 0`)).toBe(
    2,
  )
})

test('FAILURES 10, 18: of three statements the second fails: nothing stays, and the status says so', async () => {
  await using it = await started(users())
  const { cwd } = it
  await generate({ cwd, custom: true, name: 'three' })
  await writeFile(
    it.sql('0001_three'),
    'create table one (i int);\ninsert into nowhere values (1);\ncreate table three (i int);',
  )
  const { status: ended, stderr } = await sluice.run(['migrate'], { cwd })
  expect(ended).toBe(3)
  expect(stderr).toMatch(/0001_three\.sql:2:13[\s\S]*relation "nowhere" does not exist/)
  expect(await db.one(`select to_regclass('one') is null and to_regclass('three') is null`)).toBe(true)
  expect(await db.whens()).toHaveLength(1)
  await writeFile(it.sql('0001_three'), 'create table one (i int);\ncreate table three (i int);')
  expect(await sluice.run(['migrate'], { cwd })).toMatchObject({ status: 0 })
})

test('FAILURES 22: an enum value that is added and used as a default at once is applied', async () => {
  const state = (values: string, by: string) =>
    `export const mood = pgEnum('mood', [${values}])\n${users(`mood: mood()${by}`)}`
  await using it = await started(state(`'ok'`, ''))
  const { cwd } = it
  await it.change('happy', state(`'ok', 'happy'`, `.default('happy')`))
  await migrate({ cwd })
  expect(await db.one('insert into users values (1) returning mood::text')).toBe('happy')
})

test('FAILURES 30: two branches from one parent, of which one is applied, end in one history that is applied', async () => {
  await using it = await started(users())
  const { cwd } = it
  await it.git('switch', '-c', 'feature')
  await it.change('ours', users('ours: integer()'))
  await it.git('switch', 'main')
  await it.change('theirs', users('theirs: integer()'))
  await migrate({ cwd })
  await it.git('switch', 'feature')
  expect((await it.git('merge', 'main')).output).toContain('CONFLICT')
  await expect(migrate({ cwd })).rejects.toMatchObject({ code: 'JOURNAL_CONFLICT' })
  expect(await rebase({ cwd })).toMatchObject({ moved: [{ to: '0002_ours', proof: 'proven' }] })
  await it.put('schema.ts', head + users('theirs: integer(), ours: integer()'))
  expect(await generate({ cwd })).toMatchObject({ tag: null })
  expect(await migrate({ cwd })).toMatchObject({ applied: [{ tag: '0002_ours' }], missing: [], pending: [] })
  expect(await readFile(it.sql('0001_theirs'), 'utf8')).toContain('"theirs"')
  await expect(rebase({ cwd, onto: 'main' })).rejects.toMatchObject({ code: 'REBASE_APPLIED' })
})
