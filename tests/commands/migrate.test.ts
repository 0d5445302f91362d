import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from '../harness/cli.ts'
import { project } from '../harness/project.ts'

const sluice = commandLine()

/** A project with hand-written migrations, `{ 0000_a: 'create table …' }`, and no schema files. */
async function migrations(sql: Readonly<Record<string, string>>) {
  const entries = Object.keys(sql).map((tag, idx) => ({ idx, version: '7', when: 1000 + idx, tag, breakpoints: true }))
  const made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'drizzle/meta/_journal.json': JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
    ...Object.fromEntries(Object.entries(sql).map(([tag, text]) => [`drizzle/${tag}.sql`, text])),
  })
  const cwd = made.folder
  const run = (...args: readonly string[]) => sluice.run(args, { cwd })
  const put = (path: string, text: string) => writeFile(join(cwd, path), text)
  return { cwd, run, put, [Symbol.asyncDispose]: () => made[Symbol.asyncDispose]() }
}

const two = { '0000_a': 'create table a (id int)', '0001_b': 'create table b (id int);' }

test('applies what is pending, names its database first, and then has nothing to do', async () => {
  await using it = await migrations(two)
  const before = await it.run('status', '--check')
  expect(before.status).toBe(1)
  expect(before.stdout).toMatch(/^Database: embedded .*\nMigration state: 0 applied, 2 expected, 2 pending\n/)
  expect(before.stderr).toContain('2 pending [STATUS_NOT_CLEAN]')
  const { status, stdout, stderr } = await it.run('migrate')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout.replaceAll(/\d\.\d\d s/g, 'T').split('\n')).toEqual([
    expect.stringMatching(/^Database: embedded .*postgres$/),
    'Migration state: 0 applied, 2 expected, 2 pending',
    '  applied 0000_a in T',
    '  applied 0001_b in T',
    'Migration state: 2 applied, 2 expected, 0 pending',
    '',
  ])
  expect((await it.run('migrate')).stdout).toContain('Nothing to apply.')
  expect(await it.run('status', '--check')).toMatchObject({ status: 0, stderr: '' })
  expect(await readFile(join(it.cwd, '.sluice', '.gitignore'), 'utf8')).toBe('*\n')
})

test('with --json, stdout is one document and everything else is on stderr', async () => {
  await using it = await migrations(two)
  const { status, json, stderr } = await it.run('migrate', '--to', '0000_a', '--json')
  expect(status).toBe(0)
  expect(json).toMatchObject({
    command: 'migrate',
    ok: true,
    applied: [{ tag: '0000_a', statements: 1 }],
    pending: ['0001_b'],
    failed: null,
  })
  expect(stderr).toContain('Migration state: 0 applied, 2 expected, 2 pending')
  expect((await it.run('status', '--json')).json.migrations).toEqual([
    { tag: '0000_a', state: 'applied', note: null },
    { tag: '0001_b', state: 'pending', note: null },
  ])
  expect((await it.run('migrate', '--to', '0009_z', '--json')).json.error.code).toBe('TAG_UNKNOWN')
})

test('status names what no declaration can say, kind by kind', async () => {
  const objects = Array.from(
    { length: 12 },
    (_, i) => `create collation c${String(i).padStart(2, '0')} (locale = 'C');`,
  )
  await using it = await migrations({
    '0000_a': `create table "a.b" (id int); alter table "a.b" replica identity full; ${objects.join(' ')}
      create statistics by_two on (id + 1), (id + 2) from "a.b"; create aggregate total(int) (sfunc = int4pl, stype = int)`,
  })
  expect((await it.run('status')).stdout).not.toContain('Not watched')
  await it.run('migrate')
  const { stdout } = await it.run('status', '--check')
  expect(stdout.match(/Not watched.*?\n\n/s)?.[0].split('\n')).toEqual([
    'Not watched: no declaration says this, so no migration is compared with it.',
    '  aggregate          public.total(integer)',
    `  collation          ${Array.from({ length: 8 }, (_, i) => `public.c0${i}`).join(', ')} and 4 more, which --json names`,
    '  statistics object  public.by_two',
    '  table              public.a.b (REPLICA IDENTITY)',
    '',
    '',
  ])
  const { unmodelled } = (await it.run('status', '--json')).json
  expect(unmodelled).toHaveLength(15)
  expect(unmodelled).toContainEqual({ kind: 'table', name: 'public.a.b', what: 'REPLICA IDENTITY' })
})

test('--dry-run prints SQL that could be run, and runs nothing', async () => {
  await using it = await migrations({ ...two, '0002_c': 'create index concurrently i on b (id)' })
  const { stdout } = await it.run('migrate', '--dry-run')
  for (const line of stdout.split('\n').slice(0, 2)) expect(line).toMatch(/^-- /)
  expect(stdout).toMatch(/begin;\ncreate table a \(id int\);\n[\s\S]*commit;/)
  expect(stdout).toContain('-- outside a transaction\ncreate index concurrently i on b (id);')
  expect((await it.run('status')).stdout).toContain('0 applied')
})

test('a statement that fails is shown with its place, the words of the server and what to do', async () => {
  await using it = await migrations({
    ...two,
    '0002_add': '-- more\n\ncreate table c (id int);\n  alter table nope add x int;',
  })
  const { status, stderr, stdout } = await it.run('migrate')
  expect(status).toBe(3)
  expect(stderr).toMatch(/0002_add\.sql:4:\d+/)
  expect(stderr).toContain('relation "nope" does not exist')
  expect(stderr).toContain('42P01')
  expect(stderr).toMatch(/> 4 \| {3}alter table nope add x int;/)
  expect(stderr).toMatch(/^hint {2}\S/m)
  expect(stdout).toContain('Migration state: 2 applied, 3 expected, 1 pending')
  const again = await it.run('migrate', '--json')
  expect(again.json).toMatchObject({
    ok: false,
    pending: ['0002_add'],
    failed: { kind: 'statement', tag: '0002_add', committed: 0, at: { line: 4, statement: 2, of: 2 } },
    error: { code: 'STATEMENT_FAILED' },
  })
})

test('what a proof took for granted is named where the database lacks it', async () => {
  await using it = await migrations({ '0000_a': 'create table a (id int); grant select on a to reader' })
  await it.put('schema.ts', '')
  expect((await it.run('prove', '0000_a')).stdout).toContain('role reader')
  const { status, stderr } = await it.run('migrate')
  expect(status).toBe(3)
  expect(stderr).toContain('role "reader" does not exist')
  expect(stderr).toContain('the proof of 0000_a assumed role reader')
  expect(stderr).toContain('sluice generate --custom')
})

test('an applied file that was edited stops everything before anything runs', async () => {
  await using it = await migrations(two)
  await it.run('migrate', '--to', '0000_a')
  await it.put('drizzle/0000_a.sql', 'create table a (id bigint)')
  const { status, stderr } = await it.run('migrate')
  expect(status).toBe(1)
  expect(stderr).toContain('0000_a')
  expect((await it.run('status')).stdout).toMatch(/edited {4}0000_a {2}its file has changed/)
  expect((await it.run('status', '--check', '--json')).json).toMatchObject({
    ok: false,
    error: { code: 'STATUS_NOT_CLEAN', details: { edited: 1, pending: 1 } },
  })
})

test('rows of another release are a warning for migrate and an answer for status', async () => {
  await using it = await migrations(two)
  await it.run('migrate')
  const journal = JSON.parse(await readFile(join(it.cwd, 'drizzle/meta/_journal.json'), 'utf8'))
  await it.put('drizzle/meta/_journal.json', JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }))
  const { status, stdout, stderr } = await it.run('migrate')
  expect(status).toBe(0)
  // A row without an entry is not counted.
  expect(stdout).toContain('Migration state: 1 applied, 1 expected, 0 pending')
  expect(stderr).toContain('warning')
  expect(stderr).toContain('0001_b.sql')
  expect(await it.run('status', '--check')).toMatchObject({ status: 1, stderr: expect.stringContaining('1 missing') })
})

test('a folder that is not there, or not whole, is an error', async () => {
  await using it = await migrations(two)
  const code = async () => {
    const { status, json } = await it.run('migrate', '--json')
    return [status, json.error.code]
  }
  await rm(join(it.cwd, 'drizzle/0001_b.sql'))
  expect(await code()).toEqual([3, 'MIGRATION_FILE_MISSING'])
  await it.put('drizzle/meta/_journal.json', '{ "version": "7", ')
  expect(await code()).toEqual([3, 'JOURNAL_INVALID'])
  await rm(join(it.cwd, 'drizzle'), { recursive: true })
  expect(await code()).toEqual([2, 'FOLDER_MISSING'])
})

test('interrupted in the middle, it rolls back and ends with 130', async () => {
  await using it = await migrations({ ...two, '0002_slow': 'create table c (id int); select pg_sleep(60);' })
  let sent = false
  const { status, stderr } = await sluice.run(['migrate'], {
    cwd: it.cwd,
    onOutput: (text, child) => {
      if (sent || !text.includes('applied 0001_b')) return
      sent = true
      child.kill('SIGINT')
    },
  })
  expect(status).toBe(130)
  expect(stderr).toContain('INTERRUPTED')
  expect((await it.run('status')).stdout).toContain('Migration state: 2 applied, 3 expected, 1 pending')
})

test('a statement waits five seconds for a lock, or as long as --lock-timeout says', async () => {
  await using it = await migrations({
    '0000_a': `create table a as select current_setting('lock_timeout') as t`,
    '0001_b': `do $$ begin
      assert (select t from a) = '5s', (select t from a);
      assert current_setting('lock_timeout') = '1500ms', current_setting('lock_timeout'); end $$`,
  })
  expect(await it.run('migrate', '--to', '0000_a')).toMatchObject({ status: 0 })
  const { status, stderr } = await it.run('migrate', '--lock-timeout', '1500ms')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

test('migrate, status and prove take --cwd, --config and --env-file', async () => {
  await using it = await migrations(two)
  await it.put(
    'conf.ts',
    `export default { dialect: 'postgresql', driver: 'pglite', dbCredentials: { url: process.env.HERE } }`,
  )
  await it.put('drizzle.config.ts', 'throw new Error("not this one")')
  await it.put('env', 'HERE=./kept/pg')
  const args = ['--cwd', it.cwd, '--config', 'conf.ts', '--env-file', join(it.cwd, 'env')]
  const run = (...words: readonly string[]) => sluice.run([...words, ...args], { cwd: tmpdir() })
  const migrated = await run('migrate')
  expect(migrated).toMatchObject({ status: 0, stderr: '' })
  expect(migrated.stdout).toMatch(/^Database: embedded .*kept\/pg\n/)
  expect(await run('status', '--check')).toMatchObject({ status: 0 })
  expect((await run('prove', '--pending')).stdout).toMatch(/^Database: embedded .*kept\/pg\nNothing to prove\.\n/)
  expect(await readdir(join(it.cwd, 'kept'))).toEqual(['pg'])
})

test('--out-of-order refuse: what stands before an applied one is an error that names both', async () => {
  await using it = await migrations(two)
  const journal = JSON.parse(await readFile(join(it.cwd, 'drizzle/meta/_journal.json'), 'utf8'))
  const reversed = { ...journal, entries: journal.entries.toReversed() }
  await it.put('drizzle/meta/_journal.json', JSON.stringify({ ...journal, entries: journal.entries.slice(1) }))
  expect(await it.run('migrate')).toMatchObject({ status: 0 })
  await it.put('drizzle/meta/_journal.json', JSON.stringify(journal))
  const config = (outOfOrder: string) =>
    it.put(
      'drizzle.config.ts',
      `export default { dialect: 'postgresql', schema: './schema.ts', outOfOrder: '${outOfOrder}' }`,
    )
  const refused = async (...args: readonly string[]) => {
    const { status, stderr } = await it.run('migrate', ...args)
    expect(status, stderr).toBe(1)
    expect(stderr).toMatch(/0000_a would run after 0001_b.*\[OUT_OF_ORDER\]/)
    expect(stderr).toContain('--out-of-order allow')
    expect(stderr).toContain('sluice rebase --onto')
  }
  await refused('--out-of-order', 'refuse')
  await refused('--out-of-order', 'refuse', '--dry-run')
  await config('refuse')
  await refused()
  // In the journal's order nothing is late.
  await it.put('drizzle/meta/_journal.json', JSON.stringify(reversed))
  expect(await it.run('migrate', '--dry-run')).toMatchObject({ status: 0 })
  await it.put('drizzle/meta/_journal.json', JSON.stringify(journal))
  expect(await it.run('migrate', '--out-of-order', 'allow')).toMatchObject({ status: 0 })
  await config('maybe')
  expect((await it.run('migrate')).stderr).toContain('CONFIG_INVALID')
  expect((await it.run('migrate', '--out-of-order', 'maybe')).stderr).toContain('OPTION_INVALID')
})

test('--single-transaction applies all or nothing, and says so in a dry run', async () => {
  await using it = await migrations({ ...two, '0002_c': 'select 1/0' })
  const { status, json } = await it.run('migrate', '--single-transaction', '--json')
  expect(status).toBe(3)
  expect(json).toMatchObject({ applied: [], failed: { tag: '0002_c' }, pending: [...Object.keys(two), '0002_c'] })
  const dry = await it.run('migrate', '--single-transaction', '--dry-run')
  expect(dry.stdout.match(/^begin;$/gm)).toHaveLength(1)
  expect(await it.run('migrate', '--single-transaction', '--to', '0001_b')).toMatchObject({ status: 0 })
})

test('requireProof: a migration whose proof is missing, failed or stale stops everything before anything runs', async () => {
  await using it = await migrations({ ...two, '0002_c': 'select 1/0' })
  await it.put('schema.ts', '')
  await it.put(
    'drizzle.config.ts',
    `export default { dialect: 'postgresql', schema: './schema.ts', requireProof: true }`,
  )
  const refused = async (problem: string, ...args: readonly string[]) => {
    const { status, json } = await it.run('migrate', '--json', ...args)
    expect(status).toBe(1)
    expect(json.error).toMatchObject({ code: 'PROOF_MISSING', message: expect.stringContaining(problem) })
    expect((await it.run('status')).stdout).toContain('0 applied')
    return json.error.hint
  }
  expect(await refused('0000_a is unproven', '--to', '0001_b')).toBe('sluice prove 0000_a 0001_b')
  await it.run('prove', '--history')
  await refused('0002_c is failed')
  await it.put('drizzle/0001_b.sql', 'create table b (id bigint);')
  await refused('0001_b is stale', '--to', '0001_b')
  await refused('0001_b is stale', '--to', '0001_b', '--dry-run')
  await it.run('prove', '0001_b')
  expect(await it.run('migrate', '--to', '0001_b')).toMatchObject({ status: 0, stderr: '' })
})
