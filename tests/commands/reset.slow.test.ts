import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Context, Prompt } from '../../src/commands/context.ts'
import { reset as command } from '../../src/commands/reset.ts'
import { generate, migrate, type ResetOptions, reset } from '../../src/index.ts'
import { commandLine } from '../harness/cli.ts'
import { queryProject } from '../harness/embedded.ts'
import { project } from '../harness/project.ts'

const sluice = commandLine()

const schema = `
  import { integer, pgTable, text } from 'drizzle-orm/pg-core'
  export const users = pgTable('users', { id: integer().primaryKey(), name: text() })
  export const posts = pgTable('posts', { id: integer(), by: integer().references(() => users.id) })`

async function started(config = '') {
  const made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts', ${config} }`,
    'schema.ts': schema,
  })
  const cwd = made.folder
  const query = (sql: string) => queryProject(cwd, sql)
  await generate({ cwd, name: 'a', prove: false })
  await generate({ cwd, name: 'b', custom: true })
  await writeFile(
    join(cwd, 'drizzle/0001_b.sql'),
    `create table by_hand (i int); create function double(i int) returns int return i * 2; insert into by_hand values (1)`,
  )
  await migrate({ cwd })
  return {
    cwd,
    query,
    reset: (options: ResetOptions = {}) => reset({ cwd, ...options }),
    [Symbol.asyncDispose]: () => made[Symbol.asyncDispose](),
  }
}

test('drops what is managed, what migrations made by hand too, migrates and seeds; what is not stays', async () => {
  await using it = await started(`seed: 'node seed.js'`)
  await writeFile(
    join(it.cwd, 'seed.js'),
    `import { writeFileSync } from 'node:fs'; writeFileSync('seeded.txt', process.env.DATABASE_URL)`,
  )
  await it.query(`create table mine (i int); insert into mine values (1); insert into users values (1);
    insert into by_hand values (2); create index mine_too on users (name); create table drizzle.__drizzle_migrations_old ()`)
  const result = await it.reset()
  expect(result).toMatchObject({
    applied: ['0000_a', '0001_b'],
    seeded: true,
    goesAlong: ['index:public.users.mine_too'],
  })
  expect(result.stays).toContain('table:public.mine')
  expect(result.stays.filter((k) => k.includes('drizzle'))).toEqual(['schema:drizzle'])
  expect(await it.query(`select to_regclass('drizzle.__drizzle_migrations_old')::text as old`)).toEqual([
    { old: 'drizzle.__drizzle_migrations_old' },
  ])
  expect(
    await it.query(
      'select (select count(*)::int from users) as users, (select count(*)::int from mine) as mine, (select count(*)::int from by_hand) as hand',
    ),
  ).toEqual([{ users: 0, mine: 1, hand: 1 }])
})

test('what is not managed and uses what is, is named, and nothing is dropped', async () => {
  await using it = await started()
  await it.query('create view names as select name from users; insert into users values (1)')
  await expect(it.reset()).rejects.toMatchObject({
    code: 'RESET_BLOCKED',
    exit: 1,
    message: expect.stringContaining('view names depends on table users'),
  })
  expect(await it.query('select count(*)::int from users')).toEqual([{ count: 1 }])
})

test('a seed that fails is an error, after the migrations', async () => {
  await using it = await started(`seed: 'exit 4'`)
  await expect(it.reset()).rejects.toMatchObject({
    code: 'SEED_COMMAND_FAILED',
    exit: 3,
    message: expect.stringContaining('exit status 4'),
  })
  expect(await it.reset({ seed: false })).toMatchObject({ seeded: false, applied: ['0000_a', '0001_b'] })
})

test('another host needs --force, and production is never reset', async () => {
  await using it = await started()
  for (const url of ['postgres://db.example.com/x', 'postgres://localhost/x?host=db.example.com'])
    await expect(it.reset({ url })).rejects.toMatchObject({ code: 'RESET_NOT_LOCAL', exit: 1 })
  const production = await sluice.run(['reset', '--force', '--url', 'postgres://127.0.0.1:1/x', '--json'], {
    cwd: it.cwd,
    env: { NODE_ENV: 'production' },
  })
  expect(production).toMatchObject({ status: 1, json: { error: { code: 'RESET_IN_PRODUCTION' } } })
})

test('a person has to type yes', async () => {
  await using it = await started()
  const answering = (answer: string): Context => {
    const prompt: Prompt = {
      text: async () => answer,
      confirm: async () => true,
      choose: async (_, [one]) => one!.value,
    }
    const { signal } = new AbortController()
    return { cwd: it.cwd, signal, prompt, report: () => {}, warn: () => {}, progress: () => {} }
  }
  await expect(command.run(answering('y'), {})).rejects.toMatchObject({ code: 'RESET_NOT_CONFIRMED' })
  expect(await command.run(answering('yes'), {})).toMatchObject({ applied: ['0000_a', '0001_b'] })
})
