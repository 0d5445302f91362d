import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate as drizzleMigrate } from 'drizzle-orm/pglite/migrator'
import { expect, test } from 'vitest'
import { type GenerateOptions, generate, migrate, prove, squash, status } from '../../src/index.ts'
import { migrate as migrator } from '../../src/migrator.ts'
import { read } from '../harness/cli.ts'
import { project } from '../harness/project.ts'

const schema = (columns: string, more = '') => `
  import { sql } from 'drizzle-orm'
  import { integer, pgEnum, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
  export const users = pgTable('users', { id: integer().primaryKey(), ${columns} })
  ${more}
`

/** A project whose database is the embedded one in `./<name>`, and steps of its history. */
async function started(text: string) {
  const made = await project({ 'schema.ts': text })
  const cwd = made.folder
  const use = (name: string) =>
    writeFile(
      join(cwd, 'drizzle.config.json'),
      JSON.stringify({
        dialect: 'postgresql',
        schema: './schema.ts',
        driver: 'pglite',
        dbCredentials: { url: `./${name}` },
      }),
    )
  const change = async (name: string, text: string, options?: GenerateOptions) => {
    await writeFile(join(cwd, 'schema.ts'), text)
    await generate({ cwd, name, prove: false, ...options })
  }
  await use('first')
  await change('init', text)
  return {
    ...made,
    cwd,
    change,
    /** From now on, another database. */
    use,
    async custom(name: string, sql: string) {
      const { file } = await generate({ cwd, name, custom: true })
      await writeFile(join(cwd, file!), sql)
    },
    /** The rows that a query gives in one of the databases. */
    async rows(name: string, sql: string) {
      const client = await PGlite.create(join(cwd, name))
      try {
        return (await client.query(sql)).rows
      } finally {
        await client.close()
      }
    },
    /** Runs what an application does at its start: drizzle-orm's own migrate(), then ours. */
    async starts(name: string) {
      const client = await PGlite.create(join(cwd, name))
      try {
        await drizzleMigrate(drizzle(client), { migrationsFolder: join(cwd, 'drizzle') })
        return await migrator(drizzle(client), { migrationsFolder: join(cwd, 'drizzle') })
      } finally {
        await client.close()
      }
    },
    files: async () =>
      (await readdir(join(cwd, 'drizzle'), { recursive: true })).filter((path) => /\.\w+$/.test(path)).sort(),
    sql: (tag: string) => read(cwd, 'drizzle', `${tag}.sql`),
  }
}

const mood = (labels: string) => `export const mood = pgEnum('mood', [${labels}])`

async function history() {
  const it = await started(schema('name: text()', mood(`'sad', 'happy'`)))
  await it.change('rename', schema(`title: text().default('none')`, mood(`'sad', 'ok', 'happy'`)), {
    rename: ['name=title'],
  })
  await it.custom(
    'by_hand',
    `create function f() returns trigger language plpgsql as $$ begin return new; end $$;
     create trigger t before insert on users for each row execute function f();
     create statistics on_users on id, title from users; -- what no declaration says
     insert into users (id) values (1), (2);`,
  )
  await it.custom('rows', "update users set title = 'two' where id = 2;")
  await it.change(
    'more',
    schema(`title: text().default('none'), made: timestamp().defaultNow()`, mood(`'sad', 'ok', 'happy'`)),
  )
  return it
}

test('one migration in place of all: the same database, and nothing runs where they are applied', async () => {
  await using it = await history()
  const { cwd } = it
  await migrate({ cwd })
  const result = await squash({ cwd })
  expect(result).toMatchObject({
    tag: '0004_squashed',
    replaced: ['0000_init', '0001_rename', '0002_by_hand', '0003_rows', '0004_more'],
    kept: [
      { tag: '0002_by_hand', sql: expect.stringMatching(/^create statistics/) },
      { tag: '0002_by_hand', sql: expect.stringMatching(/^insert/) },
      { tag: '0003_rows', sql: expect.stringMatching(/^update/) },
    ],
    leftOut: [],
  })
  expect(await it.files()).toEqual([
    '0004_squashed.sql',
    'meta/0004_snapshot.json',
    'meta/_journal.json',
    'sluice/0004_squashed.proof.json',
  ])
  expect(JSON.parse(await read(cwd, 'drizzle/meta/0004_snapshot.json')).prevId).toMatch(/^[0-]+$/)
  expect(await generate({ cwd })).toMatchObject({ tag: null })

  expect(await migrate({ cwd })).toMatchObject({ applied: [], pending: [], missing: [] })
  expect(await status({ cwd, check: true })).toMatchObject({ missing: [], migrations: [{ state: 'applied' }] })
  expect(await it.starts('first')).toMatchObject({ applied: [], pending: [] })

  await it.use('second')
  expect(await migrate({ cwd })).toMatchObject({ applied: [{ tag: '0004_squashed' }] })
  expect(await it.starts('second')).toMatchObject({ applied: [], pending: [] })
  const query = `select id, title from users union all select count(*)::int, 'statistics' from pg_statistic_ext order by 1, 2`
  expect(await it.rows('second', query)).toEqual(await it.rows('first', query))

  // drizzle-orm's own migrate() makes it where there is nothing yet.
  expect(await it.starts('third')).toMatchObject({ applied: [], pending: [], missing: [] })
  expect(await it.rows('third', query)).toEqual(await it.rows('first', query))

  await it.change(
    'next',
    schema(`title: text().default('none'), made: timestamp().defaultNow(), next: text()`, mood(`'sad', 'ok', 'happy'`)),
  )
  await it.use('first')
  expect(await migrate({ cwd })).toMatchObject({ applied: [{ tag: '0005_next' }], missing: [] })
})

test('up to a tag: what comes after it stays, with its proof', async () => {
  await using it = await history()
  const { cwd } = it
  await prove({ cwd, history: true })
  await migrate({ cwd })
  expect(await squash({ cwd, to: '0003_rows', name: 'base' })).toMatchObject({ tag: '0003_base' })
  expect(await prove({ cwd, history: true, check: true })).toMatchObject({
    proofs: [{ standing: 'proven' }, { standing: 'proven' }],
  })
  expect(await migrate({ cwd })).toMatchObject({ applied: [], pending: [], missing: [] })
  await it.use('second')
  expect(await migrate({ cwd })).toMatchObject({ applied: [{ tag: '0003_base' }, { tag: '0004_more' }] })
})

test('a database that has a part of them: refused before, and told what to do after', async () => {
  await using it = await history()
  const { cwd } = it
  await migrate({ cwd, to: '0002_by_hand' })
  await expect(squash({ cwd })).rejects.toMatchObject({
    code: 'SQUASH_PENDING',
    exit: 1,
    details: { tags: ['0003_rows', '0004_more'] },
  })
  await squash({ cwd, offline: true })
  await expect(migrate({ cwd })).rejects.toMatchObject({ code: 'SQUASH_HALFWAY', details: { tags: ['0004_squashed'] } })
  await expect(status({ cwd, check: true })).rejects.toMatchObject({ code: 'STATUS_NOT_CLEAN' })
  await expect(it.starts('first')).rejects.toThrow()
  expect(await it.rows('first', 'select count(*)::int as n from users')).toEqual([{ n: 2 }])
})

test('twice: the database of the first migrations, and one that only knows the first squash', async () => {
  await using it = await history()
  const { cwd } = it
  await migrate({ cwd })
  await squash({ cwd, to: '0002_by_hand' })
  await it.use('second')
  await migrate({ cwd })
  await squash({ cwd })
  for (const name of ['first', 'second']) {
    await it.use(name)
    expect(await migrate({ cwd })).toMatchObject({ applied: [], pending: [], missing: [] })
  }
})

test('rows that only a former schema takes: refused with the difference, and nothing is changed', async () => {
  await using it = await started(schema('name: text()'))
  const { cwd } = it
  await it.custom('rows', `insert into users (id, name) values (1, 'a');`)
  await it.change('rename', schema('title: text()'), { rename: ['name=title'] })
  const before = await it.files()
  await expect(squash({ cwd })).rejects.toMatchObject({
    code: 'SQUASH_DIFFERS',
    exit: 1,
    details: {
      differences: [expect.stringContaining('public.users'), expect.stringMatching(/^0001_rows: column "name"/)],
    },
  })
  expect(await it.files()).toEqual(before)
})

test('a backfill of a column that is gone is left out, and said; values of a clock are no difference', async () => {
  await using it = await started(schema('age: integer(), made: timestamp().defaultNow()'))
  const { cwd } = it
  await it.custom('fill', 'update users set age = 0 where age is null;')
  await it.change('drop', schema('made: timestamp().defaultNow()'), { allowLoss: true })
  await it.custom('rows', 'insert into users (id) values (7)')
  expect(await squash({ cwd })).toMatchObject({
    kept: [{ tag: '0003_rows' }],
    leftOut: [{ tag: '0001_fill', why: expect.stringContaining('age') }],
    proof: 'proven',
  })
})

test('where the migrations never led to their snapshot, it leads where they did', async () => {
  await using it = await started(schema('name: text()'))
  const { cwd } = it
  await it.custom('drift', 'alter table users alter name set not null')
  expect(await squash({ cwd })).toMatchObject({ tag: '0001_squashed', proof: 'not checked' })
  expect(await it.sql('0001_squashed')).toMatch(/"name" text NOT NULL/)
  await it.use('second')
  expect(await migrate({ cwd })).toMatchObject({ applied: [{ tag: '0001_squashed' }] })
})

test('a role that nobody makes is none that it makes; what does not run cannot be squashed', async () => {
  await using it = await started(schema('name: text()'))
  const { cwd } = it
  await it.custom('grant', 'grant select on users to app')
  expect(await squash({ cwd })).toMatchObject({ tag: '0001_squashed' })
  expect(await it.sql('0001_squashed')).not.toMatch(/create role/i)
  await it.custom('broken', 'select 1/0')
  await expect(squash({ cwd })).rejects.toMatchObject({ code: 'SQUASH_HALTED', exit: 1 })
  await expect(squash({ cwd, to: 'x' })).rejects.toMatchObject({ code: 'TAG_UNKNOWN' })
})

test('one migration, and none', async () => {
  await using it = await started(schema('name: text()'))
  expect(await squash({ cwd: it.cwd })).toMatchObject({ tag: null })
  await mkdir(join(it.cwd, 'none'))
  await writeFile(
    join(it.cwd, 'none.json'),
    JSON.stringify({ dialect: 'postgresql', schema: './schema.ts', out: './none' }),
  )
  expect(await squash({ cwd: it.cwd, config: 'none.json' })).toMatchObject({ tag: null })
})
