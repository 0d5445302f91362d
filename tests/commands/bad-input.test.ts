import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from '../harness/cli.ts'
import { project } from '../harness/project.ts'

const sluice = commandLine()

const users = `
  import { integer, pgTable } from 'drizzle-orm/pg-core'
  export const users = pgTable('users', { id: integer() })
`
const config = (text: string) => `export default { ${text} }`
const good = config(`dialect: 'postgresql', schema: './schema.ts'`)

/** The error that `generate` ends with in a project of these files. */
async function refusal(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  await using made = await project(files)
  const { status, stdout, json } = await sluice.run(['generate', '--no-prove', '--json', ...args], { cwd: made.folder })
  expect(json, stdout).toMatchObject({ command: 'generate', ok: false })
  expect(json.error.hint).not.toBe('')
  return { status, ...json.error }
}

test('no config: every path that was tried is named', async () => {
  const { status, code, message } = await refusal({})
  expect({ status, code }).toEqual({ status: 2, code: 'CONFIG_NOT_FOUND' })
  for (const extension of ['ts', 'mts', 'js', 'mjs', 'json']) expect(message).toContain(`drizzle.config.${extension}`)
})

test('a key that nobody knows is a warning, and the command goes on', async () => {
  await using made = await project({
    'drizzle.config.ts': config(`dialect: 'postgresql', schema: './schema.ts', shcema: 'x'`),
    'schema.ts': users,
  })
  const { status, stderr } = await sluice.run(['generate', '--no-prove'], { cwd: made.folder })
  expect(status).toBe(0)
  expect(stderr).toMatch(/^warning .*"shcema"/)
})

test('a dialect that is not supported: which ones are', async () => {
  for (const dialect of ['mysql', 'singlestore', 'mssql', 'gel']) {
    const { status, code, message, hint } = await refusal({ 'drizzle.config.ts': config(`dialect: '${dialect}'`) })
    expect({ status, code }).toEqual({ status: 2, code: 'DIALECT_UNSUPPORTED' })
    expect(message + hint).toContain('postgresql')
  }
})

test('a config without a default export, and one without a dialect: what is missing', async () => {
  const named = await refusal({ 'drizzle.config.ts': `export const config = { dialect: 'postgresql' }` })
  expect(named).toMatchObject({ status: 2, code: 'CONFIG_INVALID' })
  expect(named.message).toContain('it has no default export')
  const without = await refusal({ 'drizzle.config.ts': config(`schema: './schema.ts'`) })
  expect(without).toMatchObject({ status: 2, code: 'CONFIG_INVALID' })
  expect(without.message).toContain('dialect: it is missing')
})

test('an answers file with a key that nobody knows: its name', async () => {
  const files = { 'drizzle.config.ts': good, 'schema.ts': users, 'answers.json': '{"renamed": []}' }
  const { status, code, message } = await refusal(files, '--answers', 'answers.json')
  expect({ status, code, message }).toEqual({
    status: 2,
    code: 'ANSWERS_FILE_INVALID',
    message: 'answers.json: the key "renamed" is unknown',
  })
})

test('--custom writes no statements: what is said about them is refused', async () => {
  const files = { 'drizzle.config.ts': good, 'schema.ts': users }
  const given = [
    ['--rename', 'a=b'],
    ['--create', 'a'],
    ['--answers', 'a.json'],
    ['--backfill', 'a.b=0'],
    ['--allow-loss'],
  ]
  for (const args of given)
    expect(await refusal(files, '--custom', ...args)).toMatchObject({
      status: 2,
      code: 'OPTIONS_CONFLICT',
      message: `--custom, ${args[0]} exclude each other`,
    })
})

test('a schema path that matches nothing, and one table declared twice', async () => {
  expect(await refusal({ 'drizzle.config.ts': good })).toMatchObject({ status: 2, code: 'SCHEMA_NOT_FOUND' })
  const twice = await refusal({
    'drizzle.config.ts': config(`dialect: 'postgresql', schema: './db'`),
    'db/one.ts': users,
    'db/two.ts': users,
  })
  expect(twice).toMatchObject({ status: 2, code: 'SCHEMA_DECLARED_TWICE' })
  expect(twice.message).toMatch(/one\.ts.*two\.ts/)
})

test('a schema file with a syntax error: its place', async () => {
  const { status, code, message } = await refusal({ 'drizzle.config.ts': good, 'schema.ts': 'export const = 1' })
  expect({ status, code }).toEqual({ status: 2, code: 'SCHEMA_NOT_COMPILED' })
  expect(message).toMatch(/schema\.ts:1:1\d/)
})

test('a journal that does not parse, an entry without its file, a snapshot missing or unknown', async () => {
  const entries = [{ idx: 0, version: '7', when: 1, tag: '0000_a', breakpoints: true }]
  const journal = JSON.stringify({ version: '7', dialect: 'postgresql', entries })
  const files = { 'drizzle.config.ts': good, 'schema.ts': users }
  const folder = (more: Readonly<Record<string, string>>) =>
    refusal({ ...files, ...Object.fromEntries(Object.entries(more).map(([path, text]) => [`drizzle/${path}`, text])) })
  expect(await folder({ 'meta/_journal.json': '{' })).toMatchObject({ status: 3, code: 'JOURNAL_INVALID' })
  expect(await folder({ 'meta/_journal.json': journal })).toMatchObject({ status: 3, code: 'MIGRATION_FILE_MISSING' })
  const sql = { 'meta/_journal.json': journal, '0000_a.sql': '' }
  expect(await folder(sql)).toMatchObject({ status: 3, code: 'SNAPSHOT_MISSING' })
  const unknown = JSON.stringify({ version: '99', dialect: 'postgresql' })
  expect(await folder({ ...sql, 'meta/0000_snapshot.json': unknown })).toMatchObject({
    status: 3,
    code: 'SNAPSHOT_VERSION',
  })
})

test('snapshots that would overwrite each other', async () => {
  const none = config(`dialect: 'postgresql', schema: './schema.ts', migrations: { prefix: 'none' }`)
  expect(await refusal({ 'drizzle.config.ts': none, 'schema.ts': users })).toMatchObject({ code: 'PREFIX_NONE' })
})

test('a folder that cannot be written: no half of a migration is', async () => {
  await using made = await project({ 'drizzle.config.ts': good, 'schema.ts': users, 'drizzle/sluice': 'in the way' })
  const { status, stderr } = await sluice.run(['generate', '--no-prove'], { cwd: made.folder })
  expect(status).toBe(3)
  expect(stderr).toContain('FOLDER_NOT_WRITABLE')
  expect((await readdir(join(made.folder, 'drizzle'))).filter((name) => name.endsWith('.sql'))).toEqual([])
})

test('a database that is not there, or not named: the target first, then the reason, and no secret', async () => {
  await using made = await project({ 'drizzle.config.ts': good, 'drizzle/.keep': '' })
  const run = (...args: readonly string[]) => sluice.run(['status', ...args], { cwd: made.folder })
  const away = await run('--url', 'postgres://me:secret@127.0.0.1:9/shop')
  expect(away.status).toBe(3)
  expect(away.stdout).toBe('Database: postgres://me@127.0.0.1:9/shop\n')
  expect(away.stderr).toContain('DATABASE_UNREACHABLE')
  expect(away.stdout + away.stderr).not.toContain('secret')
  expect(await run('--url', '')).toMatchObject({ status: 2, stderr: expect.stringContaining('--url: it is empty') })
  await writeFile(join(made.folder, 'drizzle.config.ts'), config(`dialect: 'postgresql', dbCredentials: { url: '' }`))
  expect(await run('--json')).toMatchObject({ status: 2, json: { error: { code: 'DATABASE_URL_EMPTY' } } })
})

test('in production no database is made up: who names none is told so', async () => {
  await using made = await project({ 'drizzle.config.ts': good, 'schema.ts': users })
  await sluice.run(['generate', '--no-prove'], { cwd: made.folder })
  const env = { NODE_ENV: 'production' }
  for (const command of ['migrate', 'status'])
    expect(await sluice.run([command, '--json'], { cwd: made.folder, env })).toMatchObject({
      status: 2,
      json: { command, ok: false, error: { code: 'EMBEDDED_NOT_NAMED' } },
    })
  expect(await readdir(made.folder)).not.toContain('.sluice')
})
