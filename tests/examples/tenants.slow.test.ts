import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const example = join(root, 'examples/tenants')
let copy = ''

const drizzleKit = async (...args: readonly string[]): Promise<string> => {
  const bin = join(dirname(createRequire(import.meta.url).resolve('drizzle-kit')), 'bin.cjs')
  const { stdout } = await promisify(execFile)(process.execPath, [bin, ...args], { cwd: copy })
  return stdout
}

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tenants-'))
  copy = join(folder, 'project')
  await cp(example, copy, { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  await mkdir(join(copy, 'node_modules'))
  await symlink(root, join(copy, 'node_modules/sluice'))
})

afterAll(() => rm(dirname(copy), { recursive: true, force: true }))

test('the committed history builds the database on an empty Postgres', async () => {
  const database = await PGlite.create({ extensions: { vector } })
  try {
    const journal = JSON.parse(await readFile(join(example, 'drizzle/meta/_journal.json'), 'utf8'))
    for (const { tag } of journal.entries)
      await database.exec(await readFile(join(example, `drizzle/${tag}.sql`), 'utf8'))

    const { rows } = await database.query<{ tables: number; policies: number; embedding: string }>(`
      select (select count(*)::int from pg_tables where schemaname = 'public') as tables,
             (select count(*)::int from pg_policies) as policies,
             format_type(atttypid, atttypmod) as embedding
      from pg_attribute where attrelid = 'document_chunks'::regclass and attname = 'embedding'`)
    expect(rows).toEqual([{ tables: 19, policies: 40, embedding: 'halfvec(1536)' }])
    const { rows: commands } = await database.query(
      `select cmd, roles::text, count(*)::int from pg_policies group by cmd, roles order by cmd`,
    )
    expect(commands).toEqual(
      ['DELETE', 'INSERT', 'SELECT', 'UPDATE'].map((cmd) => ({ cmd, roles: '{authenticated}', count: 10 })),
    )
    const { rows: near } = await database.query(
      `select tablename, count(*)::int from pg_indexes where indexdef like '% USING hnsw %' group by tablename`,
    )
    expect(near).toEqual([{ tablename: 'document_chunks', count: 1 }])
    const auth = ['account', 'invitation', 'member', 'organization', 'session', 'user', 'verification']
    const { rows: better } = await database.query(
      'select tablename as name from pg_tables where tablename = any($1) order by 1',
      [auth],
    )
    expect(better).toEqual(auth.map((name) => ({ name })))
  } finally {
    await database.close()
  }
})

test('drizzle-kit finds the history sound and the schema unchanged', async () => {
  expect(await drizzleKit('check')).toContain("Everything's fine")
  expect(await drizzleKit('generate')).toContain('No schema changes')
  expect(await readdir(join(copy, 'drizzle'))).toEqual(await readdir(join(example, 'drizzle')))
})

test('its first migration makes what no schema file declares, by hand', async () => {
  const sql = await readFile(join(example, 'drizzle/0000_extensions_and_roles.sql'), 'utf8')
  expect(sql).toMatch(/create extension (if not exists )?"?vector/i)
  expect(sql).toMatch(/create role "?authenticated/i)
  const snapshot = JSON.parse(await readFile(join(example, 'drizzle/meta/0000_snapshot.json'), 'utf8'))
  expect(snapshot.tables).toEqual({})
})
