import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from '../harness/cli.ts'
import { live } from '../harness/database.ts'
import { folderOf } from '../harness/migrations.ts'
import { type Project, project } from '../harness/project.ts'

const db = live()
const sluice = commandLine()

/** A project with one migration, and the pg_dump that its PATH leads to: a shell script, or none. */
async function started(
  pgDump: string | null,
): Promise<Project & { run(...args: readonly string[]): ReturnType<typeof sluice.run> }> {
  const made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'drizzle/0000_a.sql': 'create table a (i int)',
    'drizzle/meta/_journal.json': folderOf({ '0000_a': '' }).journal.text!,
  })
  const cwd = made.folder
  await mkdir(join(cwd, 'bin'))
  if (pgDump !== null) {
    await writeFile(join(cwd, 'bin/pg_dump'), `#!/bin/sh\n${pgDump}`)
    await chmod(join(cwd, 'bin/pg_dump'), 0o755)
  }
  const run = (...args: readonly string[]) =>
    sluice.run(['migrate', '--backup', '--json', ...args], {
      cwd,
      env: { PATH: join(cwd, 'bin'), PGDATABASE: 'other' },
    })
  return { ...made, folder: cwd, run, [Symbol.asyncDispose]: () => made[Symbol.asyncDispose]() }
}

const nothing = async () => expect(await db.one(`select to_regclass('a')`)).toBeNull()
const version = (of: string) => `[ "$1" = --version ] && echo "pg_dump (PostgreSQL) ${of}" && exit\n`

test('without a pg_dump nothing is applied, and the message says which one to install', async () => {
  await using it = await started(null)
  const { status, json } = await it.run('--url', db.url)
  expect(status).toBe(2)
  expect(json.error).toMatchObject({ code: 'BACKUP_TOOL_MISSING', hint: expect.stringContaining('apt-get install') })
  await nothing()
})

test('a pg_dump that is older than the server is not even tried', async () => {
  await using it = await started(version('9.6.24'))
  const { status, json } = await it.run('--url', db.url)
  expect(status).toBe(2)
  expect(json.error).toMatchObject({ code: 'BACKUP_TOOL_OLDER', message: expect.stringContaining('PostgreSQL 9,') })
  await nothing()
})

test('one that fails leaves no file and applies nothing, and its words are passed on', async () => {
  await using it = await started(`${version('99.1')}echo "pg_dump: error: no room" >&2; exit 1`)
  const { status, json } = await it.run('--url', db.url)
  expect({ status, code: json.error.code }).toEqual({ status: 3, code: 'BACKUP_FAILED' })
  expect(json.error.message).toContain('pg_dump: error: no room')
  expect(await readdir(join(it.folder, '.sluice'))).toEqual(['.gitignore'])
  await nothing()
})

const told = `${version('99.1')}for one; do case $one in --file=*) file=\${one#--file=};; esac; done
echo "$@" > "$file"; echo "$PGPASSWORD $PGHOST $PGDATABASE $PGUSER $PGSSLMODE" >> "$file"`

test('the password is in its environment and never among its arguments; only the user may read the file', async () => {
  await using it = await started(told)
  const { status, json, stderr } = await it.run('--url', `${db.url}?sslmode=disable`)
  expect({ status, applied: json.applied?.length }, stderr).toEqual({ status: 0, applied: 1 })
  const file = join(it.folder, json.backup)
  expect(stderr).toContain(`backup ${json.backup}`)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const [args = '', env = ''] = (await readFile(file, 'utf8')).split('\n')
  expect(args).toMatch(/--dbname=postgres:\/\/postgres@127\.0\.0\.1:\d+\/test_\d+\?sslmode=disable$/)
  expect(env).toMatch(/^p:ss\/w@rd /)
  expect((await it.run('--url', db.url)).json.backup).toBeNull()
})

test('credentials of the config reach it in its environment', async () => {
  await using it = await started(told)
  const { hostname, port, pathname } = new URL(db.url)
  const dbCredentials = {
    host: hostname,
    port: Number(port),
    user: 'postgres',
    password: 'p:ss/w@rd',
    database: pathname.slice(1),
    ssl: false,
  }
  const config = JSON.stringify({ dialect: 'postgresql', schema: './schema.ts', dbCredentials })
  await writeFile(join(it.folder, 'drizzle.config.ts'), `export default ${config}`)
  const { json } = await it.run()
  const [args = '', env] = (await readFile(join(it.folder, json.backup), 'utf8')).split('\n')
  expect(args).not.toContain('ss/w')
  expect(env).toBe(`p:ss/w@rd ${hostname} ${pathname.slice(1)} postgres disable`)
})

test('an embedded database is no server', async () => {
  await using it = await started(null)
  expect(await it.run()).toMatchObject({ status: 2, json: { error: { code: 'BACKUP_EMBEDDED' } } })
})
