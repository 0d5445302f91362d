import { readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine, read } from '../harness/cli.ts'
import { project } from '../harness/project.ts'

const sluice = commandLine()

const config = (more = '') => `
  import { defineConfig } from 'drizzle-kit'
  export default defineConfig({ dialect: 'postgresql', schema: './schema.ts', ${more} })
`
const schema = (columns: string, more = '') => `
  import { integer, pgEnum, pgTable, text } from 'drizzle-orm/pg-core'
  ${more}
  export const users = pgTable('users', { id: integer().primaryKey(), ${columns} })
`

/** A project with its first migration, and short ways to go on with it. */
async function started(columns: string, more = '') {
  const made = await project({ 'drizzle.config.ts': config(), 'schema.ts': schema(columns, more) })
  const cwd = made.folder
  const run = (...args: readonly string[]) => sluice.run(args, { cwd })
  const generate = (...args: readonly string[]) => run('generate', '--no-prove', ...args)
  const change = (columns: string, more = '') => writeFile(join(cwd, 'schema.ts'), schema(columns, more))
  const first = await generate('--name', 'init')
  expect(first, first.stderr).toMatchObject({ status: 0 })
  return { cwd, run, generate, change, [Symbol.asyncDispose]: () => made[Symbol.asyncDispose]() }
}

const files = async (cwd: string) => (await readdir(join(cwd, 'drizzle'), { recursive: true })).sort()

test('writes the migration, its snapshot and the journal as drizzle-kit does, and then reports no changes', async () => {
  await using it = await started('name: text()')
  expect(await files(it.cwd)).toEqual([
    '0000_init.sql',
    'meta',
    'meta/0000_snapshot.json',
    'meta/_journal.json',
    'sluice',
    'sluice/0000_init.down.sql',
  ])
  await it.change('name: text(), age: integer()')
  await it.generate('--name', 'age')
  expect(await read(it.cwd, 'drizzle/0001_age.sql')).toBe('ALTER TABLE "public"."users" ADD COLUMN "age" integer;')
  const snapshots = await Promise.all([0, 1].map((i) => read(it.cwd, `drizzle/meta/000${i}_snapshot.json`)))
  const [before, after] = snapshots.map((text) => JSON.parse(text))
  expect(after).toMatchObject({ prevId: before.id, version: '7', dialect: 'postgresql' })
  const again = await it.generate()
  expect(again).toMatchObject({ status: 0, stdout: 'No changes\n', stderr: '' })
  expect((await it.generate('--json')).json).toMatchObject({ command: 'generate', ok: true, tag: null, statements: [] })
})

test('what was found to be the same is compared anew once the snapshot or a declaration changes', async () => {
  await using it = await started('name: text()')
  const unchanged = { status: 0, stdout: 'No changes\n', stderr: '' }
  for (let i = 0; i < 3; i++) expect(await it.generate()).toMatchObject(unchanged)
  expect(await it.generate('--rename', 'users.a=users.name')).toMatchObject({ status: 2 })
  const snapshot = join(it.cwd, 'drizzle/meta/0000_snapshot.json')
  const was = await read(it.cwd, 'drizzle/meta/0000_snapshot.json')
  await writeFile(snapshot, was.replace('"version": "7"', '"version": "99"'))
  expect(await it.generate()).toMatchObject({ status: 3 })
  await writeFile(snapshot, was)
  expect(await it.generate()).toMatchObject(unchanged)
  await it.change('name: text(), age: integer()')
  expect((await it.generate('--name', 'age')).stdout).toContain('0001_age')
  await writeFile(snapshot.replace('0000', '0001'), was)
  expect((await it.generate('--name', 'again')).stdout).toContain('0002_again')
})

test('joins statements with breakpoints, or not', async () => {
  await using it = await started('name: text()')
  await it.change('name: text(), a: integer(), b: integer()')
  await it.generate('--name', 'two', '--no-breakpoints')
  const [a, b] = ['a', 'b'].map((name) => `ALTER TABLE "public"."users" ADD COLUMN "${name}" integer;`)
  expect(await read(it.cwd, 'drizzle/0001_two.sql')).toBe(`${a}\n${b}`)
  expect(JSON.parse(await read(it.cwd, 'drizzle/meta/_journal.json')).entries).toMatchObject([
    { idx: 0, tag: '0000_init', breakpoints: true },
    { idx: 1, tag: '0001_two', breakpoints: false },
  ])
  await it.change('name: text()')
  await it.generate('--name', 'back', '--allow-loss')
  expect(await read(it.cwd, 'drizzle/0002_back.sql')).toContain(';\n--> statement-breakpoint\nALTER TABLE')
})

test('without a terminal, open questions end with 2, all at once, and write nothing', async () => {
  await using it = await started('name: text(), size: integer()')
  const before = await files(it.cwd)
  await it.change('title: text(), size: integer()', `export const notes = pgTable('notes', { text: text() })`)
  const { status, json } = await it.generate('--json')
  expect(status).toBe(2)
  expect(json).toMatchObject({ command: 'generate', ok: false, error: { code: 'ANSWERS_MISSING' } })
  expect(json.error.details.questions).toEqual([
    {
      kind: 'column',
      from: ['column:public.users.name'],
      to: 'column:public.users.title',
      flags: ['--rename column:public.users.name=title', '--create column:public.users.title'],
    },
  ])
  const text = await it.generate()
  expect(text).toMatchObject({ status: 2, stdout: '' })
  expect(text.stderr).toContain('    --rename column:public.users.name=title\n')
  expect(await files(it.cwd)).toEqual(before)
})

test('a name that a shell would take apart is quoted where it is to be pasted', async () => {
  await using it = await started(`a: text('full name')`)
  await it.change(`a: text('the name')`)
  expect((await it.generate()).stderr).toContain(`--rename 'column:public.users.full name=the name'`)
})

test('an answer renames, with the change of type in the same go, and the way back renames back', async () => {
  await using it = await started('name: text()')
  await it.change('title: text().notNull()')
  expect(await it.generate('--name', 'title', '--rename', 'users.name=users.title')).toMatchObject({ status: 0 })
  const rename = 'ALTER TABLE "public"."users" RENAME COLUMN "name" TO "title";'
  expect(await read(it.cwd, 'drizzle/0001_title.sql')).toMatch(rename)
  expect(await read(it.cwd, 'drizzle/0001_title.sql')).toMatch(/ALTER COLUMN "title" SET NOT NULL/)
  const down = await read(it.cwd, 'drizzle/sluice/0001_title.down.sql')
  expect(down).toContain('RENAME COLUMN "title" TO "name"')
  expect(down).not.toContain('-- loses')
  expect(JSON.parse(await read(it.cwd, 'drizzle/sluice/0001_title.json'))).toMatchObject({
    rename: ['column:public.users.name=title'],
  })
})

test('--create answers that it is new, and so the old one is lost', async () => {
  await using it = await started('name: text()')
  await it.change('title: text()')
  const refused = await it.generate('--create', 'users.title', '--json')
  expect(refused).toMatchObject({ status: 2, json: { error: { code: 'LOSS_NOT_ALLOWED' } } })
  expect(await it.generate('--create', 'users.title', '--allow-loss', '--name', 'title')).toMatchObject({ status: 0 })
  const sql = await read(it.cwd, 'drizzle/0001_title.sql')
  expect(sql).toContain('ADD COLUMN "title"')
  expect(sql).toContain('DROP COLUMN "name"')
  expect(sql).not.toContain('RENAME')
})

test('answers may come from a file, which must be one', async () => {
  await using it = await started('name: text(), size: integer()')
  await it.change('title: text(), weight: integer()')
  await writeFile(
    join(it.cwd, 'answers.json'),
    '{"rename": ["users.name=users.title"], "create": ["column:public.users.weight"]}',
  )
  expect(await it.generate('--answers', 'answers.json', '--allow-loss', '--name', 'both')).toMatchObject({ status: 0 })
  const sql = await read(it.cwd, 'drizzle/0001_both.sql')
  expect(sql).toContain('RENAME COLUMN "name" TO "title"')
  expect(sql).toContain('DROP COLUMN "size"')
  await writeFile(join(it.cwd, 'answers.json'), '{"renames": []}')
  expect((await it.generate('--answers', 'answers.json', '--json')).json.error.code).toBe('ANSWERS_FILE_INVALID')
})

test('a plan says what changes in place and what is dropped and made again', async () => {
  const indexed = (on: string) => `
    import { index } from 'drizzle-orm/pg-core'
    export const tags = pgTable('tags', { name: text() }, ({ name }) => [index('by_name').${on}])`
  await using it = await started('name: text()', indexed('on(name)'))
  await it.change('name: text().notNull()', indexed(`using('hash', name)`))
  const { stdout } = await it.generate('--name', 'hash')
  expect(stdout).toContain('  dropped and made again: index:public.tags.by_name\n')
  await it.change('name: text()', indexed(`using('hash', name)`))
  expect((await it.generate('--json')).json).toMatchObject({ ok: true, anew: [] })
})

test('a plan that loses data is written only where that is allowed, and the way back says what it loses', async () => {
  await using it = await started('name: text()', `export const old = pgTable('old', { id: integer() })`)
  const before = await files(it.cwd)
  await it.change('')
  const refused = await it.generate('--json')
  expect(refused).toMatchObject({ status: 2, json: { error: { code: 'LOSS_NOT_ALLOWED' } } })
  const losses = refused.json.error.details.losses.join('\n')
  expect(losses).toContain('"users"."name"')
  expect(losses).toContain('"old"')
  expect(refused.json.error.hint).toContain('--allow-loss')
  const said = await it.generate()
  expect(said).toMatchObject({ status: 2, stdout: '' })
  for (const part of ['"users"."name"', '"old"', 'LOSS_NOT_ALLOWED', '--allow-loss'])
    expect(said.stderr).toContain(part)
  await writeFile(
    join(it.cwd, 'drizzle.config.ts'),
    config('strict: false, allowLoss: true').replace('defineConfig(', '('),
  )
  expect(await it.generate()).toMatchObject({ status: 2, stderr: expect.stringContaining('"allowLoss" is unknown') })
  expect(await files(it.cwd)).toEqual(before)
  const allowed = await it.generate('--allow-loss')
  expect(allowed.status).toBe(0)
  expect(allowed.stdout).toContain('loses data: ')
  await it.change('age: integer()')
  await it.generate('--name', 'age')
  const down = await read(it.cwd, 'drizzle/sluice/0002_age.down.sql')
  expect(down).toMatch(/^-- loses: .*"age".*\nALTER TABLE "public"."users" DROP COLUMN "age";$/)
})

test('schema files without a table are refused while the snapshot has some', async () => {
  await using it = await started('name: text()')
  await writeFile(join(it.cwd, 'schema.ts'), 'export const nothing = 1')
  expect(await it.generate('--allow-loss', '--json')).toMatchObject({
    status: 2,
    json: { error: { code: 'SCHEMA_EMPTY' } },
  })
})

test('a new enum value used in the same migration ends a transaction, and the file says who can apply it', async () => {
  await using it = await started(`mood: mood()`, `export const mood = pgEnum('mood', ['sad'])`)
  await it.change(`mood: mood().default('ok')`, `export const mood = pgEnum('mood', ['sad', 'ok'])`)
  await it.generate('--name', 'ok')
  const sql = await read(it.cwd, 'drizzle/0001_ok.sql')
  const [first, second] = sql.split('\n')
  expect(first).toMatch(/^-- .*sluice migrate/)
  expect(second).toMatch(/^-- drizzle-orm.* cannot apply it/)
  expect(sql).toMatch(/ADD VALUE 'ok'[^;]*;\n--> statement-breakpoint\n-- sluice:commit\nALTER TABLE/)
})

test('an index that is built concurrently on a table with rows stands outside of the transactions', async () => {
  const tables = (extra: string) => `
    import { index, integer, pgTable } from 'drizzle-orm/pg-core'
    export const users = pgTable('users', { id: integer(), ${extra}`
  await using made = await project({ 'drizzle.config.ts': config(), 'schema.ts': tables('})') })
  const run = (...args: readonly string[]) => sluice.run(args, { cwd: made.folder })
  await run('generate', '--no-prove', '--name', 'init')
  await writeFile(
    join(made.folder, 'schema.ts'),
    tables(`age: integer() }, (t) => [index('by_id').on(t.id).concurrently()])`),
  )
  await run('generate', '--name', 'by_id')
  expect(await read(made.folder, 'drizzle/0001_by_id.sql')).toMatch(
    /^-- .*sluice migrate.*\n-- drizzle-orm.* cannot apply it.*\nALTER TABLE [^;]*;\n--> statement-breakpoint\n-- sluice:commit\nCREATE INDEX CONCURRENTLY "by_id" [^;]*;$/,
  )
  expect(await run('migrate')).toMatchObject({
    status: 0,
    stderr: 'warning without a proof: 0000_init; sluice prove 0000_init\n',
  })
})

test('only a proof lets migrate refuse', async () => {
  await using it = await started('name: text()')
  await it.change('name: text().notNull()')
  expect((await it.generate('--name', 'required')).stdout).toContain('  it fails if rows of "public"."users" have no')
})

test('hand-written SQL that removes rows is proven with a word about them', async () => {
  await using it = await started('name: text()')
  await it.generate('--custom', '--name', 'mine')
  await writeFile(join(it.cwd, 'drizzle/0001_mine.sql'), 'delete from users; create table extra (id int)')
  const { status, stdout } = await it.run('prove')
  expect(status).toBe(0)
  expect(stdout).toContain('  not declared: created table public.extra\n')
  expect(stdout).toContain('  loses data: rows of "public"."users" (statement 1)\n')
})

test("--custom writes drizzle-kit's empty file and a copy of the snapshot with an id of its own", async () => {
  await using it = await started('name: text()')
  expect(await it.generate('--custom', '--name', 'mine')).toMatchObject({ status: 0 })
  expect(await read(it.cwd, 'drizzle/0001_mine.sql')).toBe('-- Custom SQL migration file, put your code below! --')
  const [a, b] = await Promise.all(
    [0, 1].map(async (i) => JSON.parse(await read(it.cwd, `drizzle/meta/000${i}_snapshot.json`))),
  )
  expect(b).toEqual({ ...a, id: b.id, prevId: a.id })
  expect(b.id).not.toBe(a.id)
  expect(await files(it.cwd)).not.toContain('sluice/0001_mine.down.sql')
  expect((await it.generate()).stdout).toBe('No changes\n')
})

test('says what only some rows break, and fills the column where it is told how', async () => {
  await using it = await started('name: text()')
  await it.change('name: text().notNull()')
  const { stdout } = await it.generate('--name', 'required')
  expect(stdout).toContain('--backfill users.name=<sql>')
  await it.change('name: text().notNull(), age: integer().notNull()')
  const filled = await it.generate('--name', 'age', '--backfill', 'users.age=id * 2', '--json')
  expect(filled.json).toMatchObject({ ok: true, conditions: [] })
  expect(await read(it.cwd, 'drizzle/0002_age.sql')).toMatch(
    /ADD COLUMN "age" integer;[\s\S]*id \* 2[\s\S]*SET NOT NULL;$/,
  )
  await it.change('name: text().notNull(), age: integer().notNull(), size: integer()')
  for (const backfill of ['users.size=1', 'users.nothing=1', 'users.size'])
    expect((await it.generate('--backfill', backfill, '--json')).json.error.code).toBe('BACKFILL_INVALID')
})

test('options win over the config, and stand in for it', async () => {
  await using made = await project({ 'tables.ts': schema(`fullName: text()`) })
  const cwd = made.folder
  const args = [
    '--dialect',
    'postgresql',
    '--schema',
    'tables.ts',
    '--out',
    'db',
    '--casing',
    'snake_case',
    '--prefix',
    'unix',
  ]
  const { status, stderr } = await sluice.run(['generate', '--no-prove', '--no-down', '--name', 'a b/c', ...args], {
    cwd,
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const [file] = (await readdir(join(cwd, 'db'))).filter((name) => name.endsWith('.sql'))
  expect(file).toMatch(/^\d{10}_a_b_c\.sql$/)
  expect(await read(cwd, 'db', file!)).toContain('"full_name" text')
  expect(await readdir(join(cwd, 'db'))).toEqual([file, 'meta'])
})

test('--schema may be given more than once, and --breakpoints undoes what the config says', async () => {
  await using made = await project({
    'drizzle.config.ts': config('breakpoints: false'),
    'a.ts': schema('name: text()'),
    'b.ts': schema('').replace(`'users'`, `'others'`).replace('users', 'others'),
  })
  const args = ['--no-prove', '--schema', 'a.ts', '--schema', 'b.ts', '--breakpoints', '--name', 'a']
  expect(await sluice.run(['generate', ...args], { cwd: made.folder })).toMatchObject({ status: 0 })
  expect(await read(made.folder, 'drizzle/0000_a.sql')).toMatch(
    /CREATE TABLE "public"."others"[^;]*;\n--> statement-breakpoint\nCREATE TABLE "public"."users"/,
  )
})

test('a database is of no interest: neither an empty address nor production stands in the way', async () => {
  await using it = await started('name: text()')
  await writeFile(join(it.cwd, 'drizzle.config.ts'), config(`dbCredentials: { url: '' }`))
  await it.change('name: text(), age: integer()')
  const env = { NODE_ENV: 'production', DATABASE_URL: '' }
  const run = (...args: readonly string[]) => sluice.run(args, { cwd: it.cwd, env })
  expect(await run('generate', '--name', 'age')).toMatchObject({ status: 0 })
  expect(await run('prove', '--history')).toMatchObject({ status: 0 })
  expect(await run('migrate')).toMatchObject({ status: 2, stderr: expect.stringContaining('DATABASE_URL_EMPTY') })
})

test('--config and --env-file name other files than the usual ones, and go together with flags', async () => {
  await using made = await project({
    'drizzle.config.ts': 'throw new Error("not this one")',
    'conf/db.ts': `export default { dialect: 'postgresql', schema: process.env.SCHEMA, out: 'other' }`,
    'conf/.env': 'SCHEMA=./schema.ts',
    '.env': 'SCHEMA=./nothing.ts',
    'schema.ts': schema('name: text()'),
  })
  const envFile = join(made.folder, 'conf/.env')
  const args = ['--config', 'conf/db.ts', '--env-file', envFile, '--out', 'db', '--name', 'a', '--no-prove']
  const { status, stdout, stderr } = await sluice.run(['generate', ...args], { cwd: made.folder })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain('db/0000_a.sql')
  const elsewhere = await sluice.run(['generate', ...args, '--cwd', made.folder], { cwd: tmpdir() })
  expect(elsewhere).toMatchObject({ status: 0, stdout: 'No changes\n' })
})

test('verbose prints every statement', async () => {
  await using made = await project({
    'drizzle.config.ts': config('verbose: true'),
    'schema.ts': schema('name: text()'),
  })
  const { stdout } = await sluice.run(['generate', '--no-prove'], { cwd: made.folder })
  expect(stdout).toContain('CREATE TABLE "public"."users" (\n')
})

test('of two at once the second waits, and finds nothing left to do', async () => {
  await using it = await started('name: text()')
  await it.change('name: text(), age: integer()')
  const both = await Promise.all([it.generate('--name', 'one'), it.generate('--name', 'two')])
  expect(both.map(({ status }) => status)).toEqual([0, 0])
  expect(both.filter(({ stdout }) => stdout === 'No changes\n')).toHaveLength(1)
  expect(JSON.parse(await read(it.cwd, 'drizzle/meta/_journal.json')).entries).toHaveLength(2)
})
