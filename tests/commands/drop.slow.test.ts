import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drop, generate, migrate, rollback, status } from '../../src/index.ts'
import { project } from '../harness/project.ts'

const schema = (columns: string) =>
  `import { integer, pgTable } from 'drizzle-orm/pg-core'\nexport const a = pgTable('a', { ${columns} })\n`

async function started() {
  const made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'schema.ts': schema('one: integer()'),
  })
  const cwd = made.folder
  await generate({ cwd, name: 'a' })
  const before = await files(cwd)
  await writeFile(join(cwd, 'schema.ts'), schema('one: integer(), two: integer()'))
  await generate({ cwd, name: 'b' })
  return { cwd, before, [Symbol.asyncDispose]: () => made[Symbol.asyncDispose]() }
}

const files = async (cwd: string) => {
  const names = await readdir(join(cwd, 'drizzle'), { recursive: true, withFileTypes: true })
  return names
    .filter((one) => one.isFile())
    .map(({ name }) => name)
    .sort()
}

test('the newest migration goes with all of its files, and is generated again', async () => {
  await using it = await started()
  const { cwd } = it
  const journal = await readFile(join(cwd, 'drizzle/meta/_journal.json'), 'utf8')
  const { tag, removed } = await drop({ cwd })
  expect({ tag, removed }).toEqual({
    tag: '0001_b',
    removed: [
      'drizzle/0001_b.sql',
      'drizzle/meta/0001_snapshot.json',
      'drizzle/sluice/0001_b.down.sql',
      'drizzle/sluice/0001_b.proof.json',
    ],
  })
  expect(await files(cwd)).toEqual(it.before)
  expect(JSON.parse(await readFile(join(cwd, 'drizzle/meta/_journal.json'), 'utf8'))).toEqual({
    ...JSON.parse(journal),
    entries: JSON.parse(journal).entries.slice(0, 1),
  })
  expect(await generate({ cwd, name: 'b' })).toMatchObject({ tag: '0001_b' })
  await drop({ cwd })
  await drop({ cwd, tag: ['0000_a'] })
  await expect(drop({ cwd })).rejects.toMatchObject({ code: 'DROP_NOTHING' })
  expect(await generate({ cwd, name: 'all' })).toMatchObject({ tag: '0000_all' })
})

test('one in the middle, one that is not there, and one that is applied are refused', async () => {
  await using it = await started()
  const { cwd } = it
  await expect(drop({ cwd, tag: ['0000_a'] })).rejects.toMatchObject({
    code: 'DROP_NOT_NEWEST',
    hint: expect.stringContaining('sluice rebase'),
  })
  await expect(drop({ cwd, tag: ['0000_z'] })).rejects.toMatchObject({ code: 'TAG_UNKNOWN' })
  await migrate({ cwd })
  const all = await files(cwd)
  await expect(drop({ cwd })).rejects.toMatchObject({
    code: 'DROP_APPLIED',
    exit: 1,
    hint: expect.stringContaining('sluice rollback'),
  })
  expect(await files(cwd)).toEqual(all)
  await rollback({ cwd, allowLoss: true })
  expect(await drop({ cwd })).toMatchObject({ tag: '0001_b' })
  expect((await status({ cwd })).migrations).toEqual([{ tag: '0000_a', state: 'applied', note: null }])
})

test('--offline looks at no database, and says so; where it cannot be reached, the hint names it', async () => {
  await using it = await started()
  const { cwd } = it
  await migrate({ cwd })
  const warnings: string[] = []
  const onEvent = (event: { type: string; message?: string }) =>
    event.type === 'warning' && warnings.push(event.message!)
  await expect(drop({ cwd, url: 'postgres://me@127.0.0.1:9/shop' })).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    hint: expect.stringMatching(/pg_isready .*; or do not look at it: --offline$/),
  })
  await expect(migrate({ cwd, url: 'postgres://me@127.0.0.1:9/shop' })).rejects.toMatchObject({
    hint: expect.stringMatching(/pg_isready -d "[^"]*"$/),
  })
  expect(await drop({ cwd, offline: true, onEvent })).toMatchObject({ tag: '0001_b', target: null })
  expect(warnings).toEqual([expect.stringContaining('no database was looked at')])
})
