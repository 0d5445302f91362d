import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { migrate } from '../../src/migrator.ts'
import { commandLine } from '../harness/cli.ts'
import { project } from '../harness/project.ts'

const sluice = commandLine()

const entry = (tag: string, idx: number) => ({ idx, version: '7', when: 1000 + idx, tag, breakpoints: true })
const journal = (...tags: readonly string[]) =>
  JSON.stringify({ version: '7', dialect: 'postgresql', entries: tags.map(entry) })

/** What breaks a template literal, a string or a line of a program. */
const hostile = '`$' + '{1} \\n \u2028 "'
const first = `create table a (t text);\r\ninsert into a values ('${hostile}');\n`

const made = () =>
  project({
    'drizzle.config.ts': `export default { dialect: 'postgresql' }`,
    'schema.ts': '',
    'drizzle/meta/_journal.json': journal('0000_a', '0001_b'),
    'drizzle/0000_a.sql': first,
    'drizzle/0001_b.sql': 'create table b ()',
  })

test('writes a module that a program without the folder migrates with', async () => {
  await using it = await made()
  const cwd = it.folder
  const { status, stdout, stderr } = await sluice.run(['bundle'], { cwd })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toBe(
    `${join('drizzle', 'sluice', 'migrations.ts')}: 2 migrations
  import { migrate } from 'sluice/migrator'
  import { migrations } from './drizzle/sluice/migrations.ts'
  await migrate(db, { migrations })
`,
  )
  await build({
    entryPoints: [join(cwd, 'drizzle/sluice/migrations.ts')],
    outfile: join(cwd, 'bundled.mjs'),
    bundle: true,
    minify: true,
    format: 'esm',
  })
  const { migrations } = await import(join(cwd, 'bundled.mjs'))
  const db = await PGlite.create()
  expect((await migrate(db, { migrations })).applied.map(({ tag }) => tag)).toEqual(['0000_a', '0001_b'])
  expect((await db.query('select t from a')).rows).toEqual([{ t: hostile }])
  expect(await migrate(db, { migrationsFolder: join(cwd, 'drizzle') })).toMatchObject({ applied: [], pending: [] })
  await db.close()
})

test('the same folder gives the same bytes, and --check tells when the module is stale', async () => {
  await using it = await made()
  const cwd = it.folder
  const run = (...args: readonly string[]) => sluice.run(['bundle', ...args], { cwd })
  expect(await run('--check', '--json')).toMatchObject({
    status: 1,
    json: { ok: false, changed: true, error: { code: 'BUNDLE_STALE', hint: 'write it again: sluice bundle' } },
  })
  await run('--out', 'src/made.js')
  const bytes = await readFile(join(cwd, 'src/made.js'), 'utf8')
  expect((await run('--out', 'src/made.js', '--json')).json).toMatchObject({
    changed: false,
    tags: ['0000_a', '0001_b'],
  })
  expect(await readFile(join(cwd, 'src/made.js'), 'utf8')).toBe(bytes)
  expect((await run('--out', 'src/made.js', '--check')).status).toBe(0)
  await writeFile(join(cwd, 'drizzle/meta/_journal.json'), journal('0000_a'))
  const stale = await run('--out', 'src/made.js', '--check')
  expect(stale).toMatchObject({ status: 1, stderr: expect.stringContaining('sluice bundle --out src/made.js') })
  expect(await readFile(join(cwd, 'src/made.js'), 'utf8')).toBe(bytes)
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '-e',
    `import { migrations } from ${JSON.stringify(join(cwd, 'src/made.js'))}; console.log(migrations.length)`,
  ])
  expect(stdout.trim()).toBe('2')
})

test('carries the conditions of a proof, and says when a proof is of another text', async () => {
  await using it = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core'\nexport const a = pgTable('a', { t: text() })\n`,
  })
  const cwd = it.folder
  await sluice.run(['generate', '--name', 'a'], { cwd })
  await writeFile(
    join(cwd, 'schema.ts'),
    `import { pgTable, text } from 'drizzle-orm/pg-core'\nexport const a = pgTable('a', { t: text().notNull() })\n`,
  )
  expect(await sluice.run(['generate', '--name', 'b'], { cwd })).toMatchObject({ status: 0 })
  await sluice.run(['bundle', '--out', 'made.mjs'], { cwd })
  const { migrations } = await import(join(cwd, 'made.mjs'))
  const db = await PGlite.create()
  await migrate(db, { migrations: migrations.slice(0, 1) })
  await db.exec('insert into a values (null)')
  await expect(migrate(db, { migrations })).rejects.toMatchObject({
    code: 'CONDITION_REFUSED',
    details: { tag: '0001_b', refused: [{ rows: 1 }] },
  })
  await db.close()
  await writeFile(join(cwd, 'drizzle/0001_b.sql'), 'select 1')
  expect((await sluice.run(['bundle', '--out', 'made.mjs'], { cwd })).stderr).toContain('sluice prove 0001_b')
})

test('another kind of file is refused', async () => {
  await using it = await made()
  expect(await sluice.run(['bundle', '--out', 'made.json'], { cwd: it.folder })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('a module ends in .ts, .mts, .js or .mjs'),
  })
})
