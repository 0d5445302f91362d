import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from '../harness/cli.ts'
import { project } from '../harness/project.ts'

const sluice = commandLine()

const head = `import { integer, pgEnum, pgSchema, pgTable, serial, text } from 'drizzle-orm/pg-core'\n`
const first = `${head}
  export const users = pgTable('us"ers', { id: serial().primaryKey(), email: text().notNull().unique() })`
const second = `${head}
  export const mood = pgEnum('mo.od', ['sad', 'ok'])
  export const users = pgTable('us"ers', { id: serial().primaryKey(), email: text().notNull().unique(), mood: mood().default('ok') })
  export const posts = pgSchema('shop').table('po sts', { by: integer().references(() => users.id), tags: text().array() })
  export const shop = pgSchema('shop')`

async function started(config = `layout: 'v1',`) {
  const made = await project({
    'drizzle.config.ts': `export default {
      dialect: 'postgresql', schema: './schema.ts', out: './drizzle', ${config}
      driver: 'pglite', dbCredentials: { url: './pg' },
    }`,
    'schema.ts': first,
  })
  const run = async (...args: readonly string[]) => {
    const { status, stdout, stderr } = await sluice.run(args, { cwd: made.folder })
    return { status, text: stdout + stderr }
  }
  const ok = async (...args: readonly string[]) => {
    const { status, text } = await run(...args)
    expect(status, text).toBe(0)
    return text
  }
  return {
    folder: made.folder,
    out: join(made.folder, 'drizzle'),
    run,
    ok,
    become: (text: string) => writeFile(join(made.folder, 'schema.ts'), text),
    tags: async () => (await readdir(join(made.folder, 'drizzle'))).filter((name) => name !== 'sluice').sort(),
    [Symbol.asyncDispose]: () => made[Symbol.asyncDispose](),
  }
}

test('a folder for each migration is written, proven, applied and looked over', async () => {
  await using made = await started()
  const { out, ok, become, tags } = made
  await ok('generate', '--name', 'first')
  expect(await ok('generate')).toContain('No changes')
  await ok('migrate')
  await become(second)
  await ok('generate', '--name', 'second')
  expect(await ok('generate')).toContain('No changes')
  const [a, b, ...others] = await tags()
  expect([a, b]).toEqual([expect.stringMatching(/^\d{14}_first$/), expect.stringMatching(/^\d{14}_second$/)])
  expect(others).toEqual([])
  expect((await readdir(join(out, b!))).sort()).toEqual(['migration.sql', 'snapshot.json'])
  expect(await readdir(join(out, 'sluice'))).toEqual(
    expect.arrayContaining([`${a}.proof.json`, `${b}.proof.json`, `${b}.down.sql`]),
  )
  const [base, diff] = await Promise.all(
    [a, b].map(async (tag) => JSON.parse(await readFile(join(out, tag!, 'snapshot.json'), 'utf8'))),
  )
  expect(base).toMatchObject({ type: 'base', version: '9', dialect: 'postgres' })
  expect(diff).toMatchObject({ type: 'diff', prevIds: [base.id] })

  expect(await ok('status')).toMatch(/applied {3}\d+_first\n {2}pending {3}\d+_second/)
  await ok('migrate')
  expect(await ok('status', '--check')).toMatch(/applied {3}\d+_second/)
  await ok('prove', '--check')
  await ok('check', '--database', '--history')

  await ok('generate', '--custom', '--name', 'by_hand')
  expect(await ok('generate')).toContain('No changes')
  await ok('migrate')
  await ok('check', '--history')
  const { text } = await made.run('bundle')
  expect(text).toContain('3 migrations')
})

test('what a snapshot of drizzle-kit 1.0 cannot hold is kept beside it', async () => {
  await using made = await started()
  const { ok, become, out, tags } = made
  const declared = (plain: string) => `
    import { sql } from 'drizzle-orm'
    import { integer, jsonb, numeric, pgTable, pgView, text, timestamp } from 'drizzle-orm/pg-core'
    export const defaults = pgTable('defaults', {
      fixed: integer().array(3), made: jsonb().default({ a: "it's" }), count: integer().default(0), sql: integer().default(sql\`0\`),
      amount: numeric({ precision: 10, scale: 2 }), at: timestamp({ precision: 3, withTimezone: true }), word: text().default(${plain}),
    })
    export const there = pgView('there', { id: integer() }).existing()`
  await become(declared(`'a'`))
  await ok('generate', '--name', 'first')
  expect(await ok('generate')).toContain('No changes')
  await become(declared(`'b'`))
  await ok('generate', '--name', 'second')
  const [, b] = await tags()
  expect(await readFile(join(out, b!, 'migration.sql'), 'utf8')).toMatch(
    /^ALTER TABLE \S+ ALTER COLUMN "word" SET DEFAULT 'b';$/,
  )
})

test('the newest migration is rolled back, and removed with its folder', async () => {
  await using made = await started()
  const { ok, become, tags, out } = made
  await ok('generate', '--name', 'first')
  await become(second)
  await ok('generate', '--name', 'second')
  await ok('migrate')
  const [, newest] = await tags()
  expect((await made.run('drop')).text).toContain(`has applied ${newest}`)
  await ok('rollback', '--allow-loss')
  expect(await ok('drop')).toContain(`Removed ${newest}`)
  expect(await tags()).toHaveLength(1)
  expect((await readdir(join(out, 'sluice'))).filter((name) => name.startsWith(newest!))).toEqual([])
  await ok('status', '--check')
  await become(first)
  expect(await ok('generate')).toContain('No changes')
})

test('a folder is worked in as it is, whatever the config says of new ones', async () => {
  await using made = await started('')
  await made.ok('generate', '--name', 'first')
  await writeFile(
    join(made.folder, 'drizzle.config.ts'),
    `export default { dialect: 'postgresql', schema: './schema.ts', layout: 'v1' }`,
  )
  await made.become(second)
  expect(await made.ok('generate', '--name', 'second')).toContain('sluice up --layout v1')
  expect(await made.tags()).toEqual(['0000_first.sql', '0001_second.sql', 'meta'])
})

test('branches that were merged are followed by one migration, or it is said what they both touch', async () => {
  await using made = await started()
  const { ok, become, out, run } = made
  const column = (name: string) => first.replace('id:', `${name}: text(), id:`)
  const branch = async (name: string, schema: string) => {
    await become(schema)
    await ok('generate', '--no-prove', '--name', name)
    const tag = (await made.tags()).find((each) => each.endsWith(`_${name}`))!
    const files = await Promise.all(
      ['migration.sql', 'snapshot.json'].map(
        async (file) => [file, await readFile(join(out, tag, file), 'utf8')] as const,
      ),
    )
    await rm(join(out, tag), { recursive: true })
    return async (as = tag) => {
      await mkdir(join(out, as))
      for (const [file, text] of files) await writeFile(join(out, as, file), text)
    }
  }
  await ok('generate', '--no-prove', '--name', 'first')
  const ours = await branch('ours', column('a'))
  const theirs = await branch('theirs', column('b'))
  const clash = await branch('clash', first.replace('text()', 'text().default("x")'))
  const other = await branch('other', first.replace('text()', 'text().default("y")'))
  await ours()
  await theirs()
  await become(column('a: text(), b').replace('a: text(), b', 'a: text(), b'))
  expect(await ok('generate')).toContain('No changes')
  await become(column('a: text(), b: text(), c'))
  await ok('generate', '--name', 'after')
  await ok('check')
  await ok('migrate')
  await clash('29990101000000_clash')
  await other('29990101000001_other')
  const { status, text } = await run('generate')
  expect(status).toBe(2)
  expect(text).toContain('both touch')
})
