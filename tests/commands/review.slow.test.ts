import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from '../harness/cli.ts'
import { queryProject } from '../harness/embedded.ts'
import { project } from '../harness/project.ts'

const sluice = commandLine()

const first = `CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text);\n`
const second = `ALTER TABLE "users" ADD COLUMN "token" uuid DEFAULT gen_random_uuid();
--> statement-breakpoint
CREATE INDEX "users_email_idx" ON "users" ("email");\n`

/** A project whose migrations were written by hand, and have no snapshots. */
async function made(levels: Readonly<Record<string, string>> = {}, ...files: readonly string[]) {
  const names = [first, second, ...files].map((sql, i) => [`000${i}_step`, sql] as const)
  const entries = names.map(([tag], idx) => ({ idx, version: '7', when: idx + 1, tag, breakpoints: true }))
  const { folder: cwd, ...rest } = await project({
    'drizzle.config.ts': `export default ${JSON.stringify({
      dialect: 'postgresql',
      review: { rules: { 'missing-snapshot': 'off', ...levels } },
    })}`,
    'drizzle/meta/_journal.json': JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
    ...Object.fromEntries(names.map(([tag, sql]) => [`drizzle/${tag}.sql`, sql])),
  })
  const review = (...args: string[]) => sluice.run(['review', ...args], { cwd })
  const rules = async (...args: string[]) => {
    const { json } = await review('--json', ...args)
    return json.findings.map((one: { rule: string; line: number }) => `${one.line} ${one.rule}`)
  }
  return { cwd, review, rules, ...rest }
}

test('a finding says where, what, why, on what evidence and what to do', async () => {
  await using it = await made()
  const { status, stdout, stderr } = await it.review()
  expect(status).toBe(1)
  expect(stderr).toContain('[REVIEW_FAILED]')
  expect(stdout).toContain('drizzle/0001_step.sql: 2 statements, 1 error, 2 warnings')
  expect(stdout).toContain('drizzle/0001_step.sql:1:45 error add-column-volatile-default')
  expect(stdout).toMatch(
    /seen on embedded PostgreSQL 18\.\d+: access-exclusive on public\.users, public\.users written anew/,
  )
  expect(stdout).toContain('CREATE INDEX CONCURRENTLY "users_email_idx" ON "users" ("email");')
  expect(stdout).toMatch(/locks, the longest first:\n +public\.users +access-exclusive +statements 1 to 2/)
})

test('--json holds the same', async () => {
  await using it = await made()
  const { status, json } = await it.review('--json', '--level', 'error')
  expect(status).toBe(1)
  expect(json).toMatchObject({ command: 'review', ok: false, error: { code: 'REVIEW_FAILED' } })
  expect(json.findings).toEqual([
    {
      rule: 'add-column-volatile-default',
      level: 'error',
      file: 'drizzle/0001_step.sql',
      line: 1,
      column: 45,
      statement: 1,
      message: expect.stringContaining('"public"."users" is written anew for the default of "token"'),
      why: expect.any(String),
      fix: expect.stringContaining('ALTER TABLE "public"."users" ADD COLUMN "token" uuid;'),
      evidence: {
        by: 'observation',
        says: expect.stringMatching(/^embedded PostgreSQL 18/),
        locks: { 'public.users': 'access-exclusive' },
        rewrote: ['public.users'],
      },
    },
  ])
})

test('the newest migration is reviewed, those that are named, or all', async () => {
  await using it = await made({}, 'DROP TABLE "users";')
  expect(await it.rules()).toEqual(['1 drop-table'])
  expect(await it.rules('0000_step')).toEqual([])
  expect(await it.rules('drizzle/0001_step.sql')).toEqual([
    '1 add-column-volatile-default',
    '3 create-index-without-concurrently',
    '3 long-work-under-lock',
  ])
  expect((await it.rules('--history')).length).toBe(4)
  expect(await it.review('0009_none')).toMatchObject({ status: 2, stderr: expect.stringContaining('TAG_UNKNOWN') })
})

test('a file that is no migration yet is reviewed as if it came next', async () => {
  await using it = await made()
  await writeFile(join(it.cwd, 'next.sql'), 'ALTER TABLE "users" ALTER COLUMN "token" SET NOT NULL;')
  expect(await it.rules('next.sql')).toEqual(['1 set-not-null-directly'])
})

test('--since takes what was added or changed since a branch of git', async () => {
  await using it = await made()
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@y.z', ...args], { cwd: it.cwd })
  git('init', '-q', '-b', 'main')
  git('add', '.')
  git('commit', '-q', '-m', 'all')
  expect(await it.rules('--since', 'main')).toEqual([])
  await writeFile(join(it.cwd, 'drizzle/0000_step.sql'), `${first}UPDATE "users" SET "email" = '';\nSELECT 1;`)
  await writeFile(join(it.cwd, 'drizzle/0001_step.sql'), 'DELETE FROM "users";')
  expect(await it.rules('--since', 'main')).toEqual(['1 update-without-where'])
  for (const ref of ['nowhere', '--all', 'drizzle'])
    expect(await it.review(`--since=${ref}`)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('REF_UNKNOWN'),
    })
})

test('a comment silences a finding with a reason, and another level stands in the config', async () => {
  await using it = await made(
    { 'drop-table': 'info', 'drop-tabel': 'off' },
    '-- sluice:allow update-without-where all of them are meant\nDELETE FROM "users";\nDROP TABLE "users";',
  )
  const { status, stdout, stderr } = await it.review()
  expect(status).toBe(0)
  expect(stdout).toContain('2 statements, 1 remark')
  expect(stderr).toContain('names "drop-tabel", which is no rule')
})

test('what the baseline has is left out', async () => {
  await using it = await made()
  const { json: known } = await it.review('--history', '--json')
  // Whoever merges two baselines has the findings in another order.
  const shuffled = { ...known, findings: known.findings.toReversed() }
  await writeFile(join(it.cwd, 'baseline.json'), JSON.stringify(shuffled))
  expect(await it.review('--history', '--baseline', 'baseline.json')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('3 more that the baseline has'),
  })
  const file = join(it.cwd, 'drizzle/0001_step.sql')
  await writeFile(file, `${await readFile(file, 'utf8')}--> statement-breakpoint\nDROP TABLE "users";`)
  expect(await it.rules('--baseline', 'baseline.json')).toEqual(['5 drop-table'])
  expect(await it.review('--baseline', 'none.json')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('BASELINE_NOT_READ'),
  })
})

test('what the baseline has stays known while its table grows', async () => {
  await using it = await made()
  const rows = (from: number, to: number) =>
    queryProject(it.cwd, `insert into users select generate_series(${from}, ${to}); analyze users`)
  await queryProject(it.cwd, first)
  await rows(1, 100)
  const { json: known } = await it.review('--json', '--database')
  expect(known.findings[0].message).toContain('(about 100 rows)')
  await writeFile(join(it.cwd, 'baseline.json'), JSON.stringify(known))
  await rows(101, 2500)
  expect(await it.rules('--baseline', 'baseline.json', '--database')).toEqual([])
})

test('where the migrations before it do not run, the text alone is judged, and that is said', async () => {
  await using it = await made({}, 'SELECT * FROM "nowhere";', 'DROP TABLE "users";')
  const { json } = await it.review('--json')
  expect(json.findings).toMatchObject([
    { rule: 'drop-table', evidence: { by: 'text', says: expect.stringContaining('0002_step') } },
  ])
})

test('what generate wrote with --allow-loss is no finding, until somebody touches it', async () => {
  const schema = (columns: string) => `
    import { integer, pgTable } from 'drizzle-orm/pg-core'
    export const users = pgTable('users', { id: integer().primaryKey(), ${columns} })`
  await using it = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'schema.ts': schema('age: integer()'),
  })
  const run = (...args: string[]) => sluice.run(args, { cwd: it.folder })
  await run('generate', '--name', 'init')
  await writeFile(join(it.folder, 'schema.ts'), schema(''))
  await run('generate', '--name', 'less', '--allow-loss')
  expect(await run('review')).toMatchObject({ status: 0 })
  const file = join(it.folder, 'drizzle/0001_less.sql')
  await writeFile(file, `${await readFile(file, 'utf8')}\nSELECT 1;`)
  expect(await run('review')).toMatchObject({ status: 1, stdout: expect.stringContaining('drop-column') })
})

test('generate tells what review finds in the new migration, and ends with 1 only where the config says so', async () => {
  const schema = (type: string) => `
    import { bigint, integer, pgTable } from 'drizzle-orm/pg-core'
    export const users = pgTable('users', { id: bigint({ mode: 'number' }).primaryKey(), age: ${type} })`
  const config = (review: string) => `export default { dialect: 'postgresql', schema: './schema.ts', ${review} }`
  await using it = await project({ 'drizzle.config.ts': config(''), 'schema.ts': schema('integer()') })
  const run = (...args: string[]) => sluice.run(['generate', ...args], { cwd: it.folder })
  expect((await run('--name', 'init', '--json')).json.findings).toEqual([])
  await writeFile(join(it.folder, 'schema.ts'), schema(`bigint({ mode: 'number' })`))
  const { status, stdout } = await run('--name', 'wide')
  expect(status).toBe(0)
  expect(stdout).toContain('error rewriting-type-change, statement 1: "public"."users" is written anew')
  expect(stdout).toContain('sluice review 0001_wide')
  await writeFile(join(it.folder, 'drizzle.config.ts'), config(`review: { block: 'error' }`))
  await writeFile(join(it.folder, 'schema.ts'), schema('integer()'))
  const { status: ended, json } = await run('--name', 'narrow', '--allow-loss', '--json')
  expect(ended).toBe(1)
  expect(json).toMatchObject({
    tag: '0002_narrow',
    error: { code: 'REVIEW_FAILED' },
    findings: [{ rule: 'rewriting-type-change', file: 'drizzle/0002_narrow.sql', evidence: { by: 'observation' } }],
  })
})

test('what is wrong with the history is shown with each migration, and of files that are none', async () => {
  await using it = await made({ 'missing-snapshot': 'warn' }, 'SELECT 1;')
  await writeFile(join(it.cwd, 'drizzle/0009_left.sql'), 'SELECT 1;')
  await writeFile(
    join(it.cwd, 'drizzle/0010_known.sql'),
    '-- sluice:allow sql-not-in-journal run by hand, once\nSELECT 1;',
  )
  const { status, json } = await it.review('--json', '0002_step')
  expect(status).toBe(0)
  expect(json.findings).toMatchObject([
    { rule: 'missing-snapshot', file: 'drizzle/0002_step.sql', line: 1, statement: null, evidence: { by: 'history' } },
    {
      rule: 'sql-not-in-journal',
      file: 'drizzle/0009_left.sql',
      message: 'SQL file is in no journal: nobody applies it (0009_left.sql)',
      fix: 'sluice repair',
    },
  ])
  const { stdout } = await it.review('0002_step')
  expect(stdout).toContain('drizzle/0002_step.sql: 1 statement, 1 warning')
  expect(stdout).toContain('told by the journal and the snapshots')
  expect(stdout).toContain('drizzle/0009_left.sql: no migration, 1 warning')
})

test('--since where there is no repository says what git says', async () => {
  await using it = await made()
  expect(await it.review('--since', 'main')).toMatchObject({
    status: 3,
    stderr: expect.stringContaining('not a git repository'),
  })
})

test('--format json prints what --json prints, errors too', async () => {
  await using it = await made()
  const [one, other] = [await it.review('--json'), await it.review('--format', 'json')]
  expect(other).toMatchObject({ status: 1, stdout: one.stdout })
  expect(one.json).toMatchObject({ format: null, error: { code: 'REVIEW_FAILED' } })
  const { stdout } = await it.review('0009_none', '--format=json')
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'TAG_UNKNOWN' } })
  expect(await it.review('--json', '--format', 'sarif')).toMatchObject({ status: 2 })
})

test('what fails every time is not to be silenced, and so nobody is told how', async () => {
  await using it = await made({}, 'ALTER TABLE "users" ADD COLUM "age" integer;')
  const { stderr } = await it.review()
  expect(stderr).toContain('[REVIEW_FAILED]')
  expect(stderr).not.toContain('sluice:allow')
})

test('generate knows the provider, and how the planner writes it otherwise', async () => {
  const schema = (more: string) => `
    import { index, integer, pgTable, uuid } from 'drizzle-orm/pg-core'
    import { authUsers } from 'drizzle-orm/supabase'
    export const notes = pgTable('notes', { id: integer().primaryKey(), owner: uuid().references(() => authUsers.id) }${more})`
  await using it = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'schema.ts': schema(''),
  })
  const run = (...args: string[]) => sluice.run(['generate', '--json', ...args], { cwd: it.folder })
  const { json } = await run('--name', 'init')
  expect(json.findings.map(({ rule }: { rule: string }) => rule)).toContain('table-without-rls')
  await writeFile(join(it.folder, 'schema.ts'), schema(`, (t) => [index('notes_owner_idx').on(t.owner)]`))
  expect((await run('--name', 'indexed')).json.findings).toMatchObject([
    { rule: 'create-index-without-concurrently', fix: expect.stringContaining('sluice generate --online') },
  ])
})

test('annotations name files from the root of the repository, wherever the command was started', async () => {
  await using it = await made()
  execFileSync('git', ['init', '-q'], { cwd: it.cwd })
  await mkdir(join(it.cwd, 'src/deep'), { recursive: true })
  const { stdout } = await sluice.run(['review', '--format', 'github'], { cwd: join(it.cwd, 'src/deep') })
  expect(stdout).toMatch(/^::error file=drizzle\/0001_step\.sql,line=1,/m)
})
