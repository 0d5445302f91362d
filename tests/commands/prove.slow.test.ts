import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine, read } from '../harness/cli.ts'
import { project } from '../harness/project.ts'

const sluice = commandLine()

const schema = (columns: string, more = '') => `
  import { sql } from 'drizzle-orm'
  import { check, integer, pgTable, text } from 'drizzle-orm/pg-core'
  export const users = pgTable('users', { id: integer().primaryKey(), ${columns} }, () => [${more}])
`

interface Line {
  readonly tag: string
  readonly standing: string
  readonly why: readonly string[]
}

async function started() {
  const made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'schema.ts': schema('name: text()'),
  })
  const cwd = made.folder
  const run = (...args: readonly string[]) => sluice.run(args, { cwd })
  const change = (columns: string, more?: string) => writeFile(join(cwd, 'schema.ts'), schema(columns, more))
  return { cwd, run, change, [Symbol.asyncDispose]: () => made[Symbol.asyncDispose]() }
}

test('generate proves what it writes, and the proof holds until something changes', async () => {
  await using it = await started()
  const made = await it.run('generate', '--name', 'init', '--json')
  expect(made.json).toMatchObject({ ok: true, proof: { result: 'proven', down: { result: 'proven' } } })
  const stored = await read(it.cwd, 'drizzle/sluice/0000_init.proof.json')
  expect(JSON.parse(stored)).not.toHaveProperty('ms')
  expect(await it.run('prove', '--check')).toMatchObject({ status: 0, stdout: '0000_init: proven\n' })
  await it.run('prove')
  expect(await read(it.cwd, 'drizzle/sluice/0000_init.proof.json')).toBe(stored)

  await writeFile(join(it.cwd, 'drizzle/0000_init.sql'), `${await read(it.cwd, 'drizzle/0000_init.sql')}\n-- touched`)
  const stale = await it.run('prove', '--check')
  expect(stale.status).toBe(1)
  expect(stale.stdout).toBe('0000_init: stale; its SQL has changed\n')
  expect(stale.stderr).toContain('sluice prove 0000_init')
  const migrated = await it.run('migrate')
  expect(migrated).toMatchObject({ status: 0, stderr: expect.stringContaining('sluice prove 0000_init') })
  expect(await it.run('prove', '0000_init')).toMatchObject({ status: 0 })
  expect(await it.run('prove', '--check')).toMatchObject({ status: 0 })
})

test('what fails its proof is not written', async () => {
  await using it = await started()
  await it.run('generate', '--name', 'init')
  const before = await readdir(join(it.cwd, 'drizzle'), { recursive: true })
  await it.change('name: text()', 'check("c", sql`no_such_function(name)`)')
  const { status, json } = await it.run('generate', '--json')
  expect(status).toBe(1)
  expect(json).toMatchObject({ ok: false, error: { code: 'PROOF_FAILED' } })
  expect(json.error.message).toContain('no_such_function')
  expect(await readdir(join(it.cwd, 'drizzle'), { recursive: true })).toEqual(before)
  const anyway = await it.run('generate', '--no-prove')
  expect(anyway).toMatchObject({ status: 0, stdout: expect.stringContaining('unproven: sluice prove 0001_') })
  expect(await it.run('prove', '--json')).toMatchObject({ status: 1, json: { error: { code: 'PROOF_FAILED' } } })
})

test('what only some rows break is refused by migrate with the count, before anything runs', async () => {
  await using it = await started()
  await it.run('generate', '--no-prove', '--name', 'init')
  await it.run('generate', '--custom', '--name', 'rows')
  await writeFile(join(it.cwd, 'drizzle/0001_rows.sql'), `insert into users values (1, null), (2, 'b'), (3, null)`)
  await it.change('name: text().notNull()')
  expect((await it.run('generate', '--name', 'required')).stdout).toContain('migrate refuses if rows of ')
  const { status, json } = await it.run('migrate', '--json')
  expect(status).toBe(1)
  expect(json).toMatchObject({
    ok: false,
    applied: [{ tag: '0000_init' }, { tag: '0001_rows' }],
    pending: ['0002_required'],
    failed: { kind: 'condition' },
    error: { code: 'CONDITION_REFUSED' },
  })
  expect(json.error.message).toContain('rows of "public"."users" have no "name", which becomes required (2 rows)')
})

test('proves those named, the pending ones, or all of them', async () => {
  await using it = await started()
  await it.run('generate', '--no-prove', '--name', 'a')
  await it.change('name: text(), b: integer()')
  await it.run('generate', '--no-prove', '--name', 'b')
  await it.run('migrate', '--to', '0000_a')
  const tags = async (...args: readonly string[]) =>
    (await it.run('prove', '--json', ...args)).json.proofs.map(({ tag }: { tag: string }) => tag)
  expect(await tags()).toEqual(['0001_b'])
  expect(await tags('0000_a')).toEqual(['0000_a'])
  expect(await tags('--pending')).toEqual(['0001_b'])
  expect(await tags('--history')).toEqual(['0000_a', '0001_b'])
  expect((await it.run('prove', '0009_z', '--json')).json.error.code).toBe('TAG_UNKNOWN')
  expect((await it.run('prove', '--pending', '--history')).stderr).toContain('--pending, --history exclude each other')
})

test('--history goes through hand-written migrations in order, as far as they run', async () => {
  await using it = await started()
  await it.run('generate', '--no-prove', '--name', 'a')
  const later = {
    b: 'create table notes (id int primary key, text text); insert into notes values (1, 2)',
    c: 'alter table notes alter column text set not null; create view texts as select text from notes',
    d: 'alter table notes add column more int; create view more as select more from texts',
    e: 'select text from texts',
  }
  for (const [name, sql] of Object.entries(later)) {
    await it.run('generate', '--custom', '--name', name)
    const number = Object.keys(later).indexOf(name) + 1
    await writeFile(join(it.cwd, `drizzle/000${number}_${name}.sql`), sql)
  }
  const { status, json } = await it.run('prove', '--history', '--json')

  expect(status).toBe(1)
  expect(json.proofs).toMatchObject([
    { tag: '0000_a', standing: 'proven' },
    { tag: '0001_b', standing: 'proven', rows: { 'public.notes': { inserted: 1 } } },
    { tag: '0002_c', standing: 'proven' },
    { tag: '0003_d', standing: 'failed', why: ['statement 2, line 1: column "more" does not exist'] },
    {
      tag: '0004_e',
      standing: 'not checked',
      why: ['the migrations before it do not run: 0003_d, statement 2: column "more" does not exist'],
    },
  ])
  expect(json.error).toMatchObject({ code: 'PROOF_FAILED', message: expect.stringContaining('0003_d') })
})

test('--history warns where each migration is proven from its snapshot, and all of them in order do not run', async () => {
  await using it = await started()
  await it.run('generate', '--no-prove', '--name', 'a')
  await it.run('generate', '--custom', '--name', 'b')
  await writeFile(join(it.cwd, 'drizzle/0001_b.sql'), 'alter table users add column c text')
  expect((await it.run('prove', '--history')).stderr).not.toContain('one after another')
  await it.change('name: text(), c: text()')
  await it.run('generate', '--name', 'c')
  const { status, stdout, stderr } = await it.run('prove', '--history')
  expect(stdout).toMatch(/^0002_c: proven/m)
  expect(status).toBe(0)
  expect(stderr).toContain(
    'the migrations do not run one after another on an empty database: 0002_c, statement 1: column "c" of relation "users" already exists: sluice check --history',
  )
})

test('the time of each statement is told, and not stored', async () => {
  await using it = await started()
  await it.run('generate', '--no-prove', '--name', 'a')
  await it.run('generate', '--custom', '--name', 'b')
  await writeFile(join(it.cwd, 'drizzle/0001_b.sql'), 'select 1; select pg_sleep(0.3); select 1')
  const [{ statementMs }] = (await it.run('prove', '--json')).json.proofs
  expect(statementMs).toEqual([expect.any(Number), expect.any(Number), expect.any(Number)])
  expect(statementMs[1]).toBeGreaterThan(290)
  expect(await read(it.cwd, 'drizzle/sluice/0001_b.proof.json')).not.toMatch(/"\w*ms"/i)
  await it.change('name: text(), age: integer(), size: integer()')
  const made = await it.run('generate', '--json')
  expect(made.json.proof.statementMs).toHaveLength(made.json.statements.length)
})

test('--seed proves with rows of the user', async () => {
  await using it = await started()
  await it.run('generate', '--no-prove', '--name', 'a')
  await it.run('generate', '--custom', '--name', 'b')
  await writeFile(join(it.cwd, 'drizzle/0001_b.sql'), 'alter table users alter column name type int using name::int')
  await writeFile(join(it.cwd, 'rows.sql'), `insert into users values (1, 'no number')`)
  expect((await it.run('prove', '--seed', 'nothing.sql', '--json')).json.error.code).toBe('SEED_NOT_READ')
  const { status, stdout, stderr } = await it.run('prove', '--seed', 'rows.sql')
  expect(status, stdout + stderr).toBe(1)
  expect(stderr).toContain('no number')
  expect(await readFile(join(it.cwd, 'drizzle/sluice/0001_b.proof.json'), 'utf8')).toContain('"failed"')
})

test("--seed leaves out the user's rows that migrate would refuse, says so, and stores the same proof", async () => {
  await using it = await started()
  await it.run('generate', '--no-prove', '--name', 'a')
  await it.change('name: text().notNull()')
  await it.run('generate', '--name', 'b')
  const stored = await read(it.cwd, 'drizzle/sluice/0001_b.proof.json')
  await writeFile(join(it.cwd, 'rows.sql'), `insert into users values (1, null), (2, null)`)
  const { status, stdout, stderr } = await it.run('prove', '--seed', 'rows.sql')
  expect(status, stdout + stderr).toBe(0)
  expect(stdout).toContain(
    'migrate refuses your rows: rows of "public"."users" have no "name", which becomes required (2 rows)',
  )
  expect(await read(it.cwd, 'drizzle/sluice/0001_b.proof.json')).toBe(stored)
})

test('rows that stop a statement of either direction are told, with what was not checked', async () => {
  await using it = await started()
  await it.run('generate', '--no-prove', '--name', 'a')
  await it.change('')
  const { stdout } = await it.run('generate', '--name', 'b', '--allow-loss')
  expect(stdout).toContain('proven')
  await it.change('name: text().notNull()')
  await it.run('generate', '--name', 'c')
  await it.change('')
  const dropped = await it.run('generate', '--name', 'd', '--allow-loss')
  expect(dropped.stdout).toMatch(/some rows stop statement 1 of the down migration: .*contains null values/)
  expect(dropped.stdout).toContain('the down migration restores the structure alone, not the rows')

  await it.run('generate', '--custom', '--name', 'e')
  await writeFile(join(it.cwd, 'drizzle/0004_e.sql'), 'select 1; select 1 / (id - 5) from users')
  const { status, stdout: said } = await it.run('prove')
  expect(status).toBe(0)
  expect(said).toContain(
    '0004_e: not checked: needs real data: made-up rows stop statement 2: division by zero\n' +
      '  to check it on your rows: sluice prove 0004_e --seed <file.sql>\n',
  )
  await writeFile(join(it.cwd, 'rows.sql'), 'insert into users values (1)')
  expect((await it.run('prove', '--seed', 'rows.sql')).stdout).toMatch(/^0004_e: proven .*, with 0 made-up rows$/m)
})

test('what hand-written SQL does to rows is told, and what it loses', async () => {
  await using it = await started()
  await it.run('generate', '--no-prove', '--name', 'a')
  await it.run('generate', '--custom', '--name', 'b')
  await writeFile(
    join(it.cwd, 'drizzle/0001_b.sql'),
    `update users set name = 'x' where id > 8; delete from users where id < 4; insert into users values (20, 'y')`,
  )
  const { status, stdout } = await it.run('prove')
  expect(status).toBe(0)
  expect(stdout).toMatch(
    /^0001_b: proven .*\n {2}loses data: rows of "public"."users" \(statement 2\)\n {2}rows of public.users: 1 inserted, 2 updated, 3 deleted\n$/,
  )
  expect((await it.run('prove', '--json')).json.proofs).toMatchObject([
    {
      loses: ['rows of "public"."users" (statement 2)'],
      rows: { 'public.users': { inserted: 1, updated: 2, deleted: 3 } },
    },
  ])
})

test('a failed proof gives its reason once, and the command that repeats it', async () => {
  await using it = await started()
  await it.run('generate', '--no-prove', '--name', 'a')
  await it.run('generate', '--custom', '--name', 'b')
  await writeFile(join(it.cwd, 'drizzle/0001_b.sql'), 'alter table nothing add x int')
  const { status, stdout, stderr } = await it.run('prove')
  expect(status).toBe(1)
  expect(stdout).toBe('0001_b: failed\n')
  expect(stderr.match(/relation "nothing" does not exist/g)).toHaveLength(1)
  expect(stderr).toContain('sluice prove 0001_b')
  expect(stderr).not.toContain('generate')
})

test('status and migrate say which migrations are not proven, and which failed', async () => {
  await using it = await started()
  await it.run('generate', '--no-prove', '--name', 'a')
  await it.run('generate', '--custom', '--name', 'b')
  await writeFile(join(it.cwd, 'drizzle/0001_b.sql'), 'drop index if exists i; alter table users drop column name')
  expect((await it.run('prove')).status).toBe(1)
  await it.run('generate', '--custom', '--name', 'c')
  expect((await it.run('status')).stdout).toMatch(
    /pending {3}0000_a {2}unproven\n {2}pending {3}0001_b {2}it failed its proof\n {2}pending {3}0002_c {2}unproven\n/,
  )
  expect((await it.run('migrate', '--dry-run', '--to', '0000_a')).stderr).toContain('without a proof: 0000_a; ')
  const { status, stderr } = await it.run('migrate')
  expect(status, stderr).toBe(0)
  expect(stderr).toContain('without a proof: 0000_a, 0002_c; sluice prove 0000_a 0002_c')
  expect(stderr).toContain('0001_b failed its proof: column public.users.name is missing')
})

test('--check compares what is stored, runs nothing, and says what is not proven and why', async () => {
  await using it = await started()
  await it.run('generate', '--no-prove', '--name', 'a')
  await it.change('name: text(), b: integer()')
  await it.run('generate', '--name', 'b')
  await it.change('title: text(), b: integer()')
  await it.run('generate', '--name', 'c', '--rename', 'users.name=title')
  const path = (file: string) => join(it.cwd, 'drizzle', file)
  const check = async (...tags: readonly string[]) => {
    const { status, json } = await it.run('prove', '--check', '--json', ...tags)
    return { status, proofs: json.proofs.map(({ tag, standing, why }: Line) => [tag, standing, ...why].join(' ')) }
  }
  const before = await readdir(path('.'), { recursive: true })
  expect(await check('--history')).toEqual({ status: 1, proofs: ['0000_a unproven', '0001_b proven', '0002_c proven'] })
  expect(await check('0001_b', '0002_c')).toEqual({ status: 0, proofs: ['0001_b proven', '0002_c proven'] })
  expect(await readdir(path('.'), { recursive: true })).toEqual(before)

  const edit = async (file: string, change: (text: string) => string) =>
    writeFile(path(file), change(await read(path(file))))
  await edit('meta/0001_snapshot.json', (text) => text.replace('"type": "integer"', '"type": "bigint"'))
  await edit('sluice/0002_c.down.sql', (text) => `${text}\n-- touched`)
  await edit('sluice/0002_c.json', (text) => text.replace('title', 'other'))
  await edit('sluice/0001_b.proof.json', (text) => text.replace('"proven"', '"failed"'))
  expect(await check('--history')).toEqual({
    status: 1,
    proofs: [
      '0000_a unproven',
      '0001_b stale its snapshot has changed',
      '0002_c stale the snapshot before it has changed its answers has changed its down migration has changed',
    ],
  })
  await edit('meta/0001_snapshot.json', (text) => text.replace('"type": "bigint"', '"type": "integer"'))
  expect(await check('0001_b')).toEqual({ status: 1, proofs: [expect.stringMatching(/^0001_b failed/)] })
})

test('a table that cannot be filled with rows is named', async () => {
  await using it = await started()
  await it.run('generate', '--name', 'init')
  await it.change('name: text(), code: text().notNull()', 'check("code", sql`code ~ \'^[A-Z]{3}-[0-9]{7}$\'`)')
  await it.run('generate', '--no-prove', '--name', 'code')
  await it.change(
    'name: text(), code: text().notNull(), b: integer()',
    'check("code", sql`code ~ \'^[A-Z]{3}-[0-9]{7}$\'`)',
  )
  const { status, stdout } = await it.run('generate', '--name', 'b')
  expect(status).toBe(0)
  expect(stdout).toMatch(/no rows in public\.users: .*violates check constraint "code"/)
})
