import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { check, type GenerateOptions, generate, migrate, prove, rebase, squash, status, up } from '../../src/index.ts'
import { queryProject } from '../harness/embedded.ts'
import { repository } from '../harness/repository.ts'

const schema = (columns: string, more = '') => `
  import { integer, pgEnum, pgTable, text } from 'drizzle-orm/pg-core'
  export const users = pgTable('us"ers', { id: integer().primaryKey(), ${columns} })
  ${more}
`

/** A project under git, with one migration on `main`, in the layout of drizzle-kit 1.0. */
async function started(text: string) {
  const made = await repository({
    'drizzle.config.json': JSON.stringify({ dialect: 'postgresql', schema: './schema.ts', layout: 'v1' }),
    'schema.ts': text,
  })
  const cwd = made.folder
  const out = join(cwd, 'drizzle')
  const it = {
    ...made,
    cwd,
    out,
    tags: async () => (await readdir(out)).filter((name) => name !== 'sluice').sort(),
    /** The folders' names without their times. */
    names: async () => (await it.tags()).map((tag) => tag.slice(15)),
    tag: async (name: string) => (await it.tags()).find((tag) => tag.endsWith(`_${name}`))!,
    sql: async (name: string) => readFile(join(out, await it.tag(name), 'migration.sql'), 'utf8'),
    snapshot: async (name: string) =>
      JSON.parse(await readFile(join(out, await it.tag(name), 'snapshot.json'), 'utf8')) as {
        id: string
        prevIds: string[]
        type: string
      },
    async change(name: string, text: string, options?: GenerateOptions) {
      await made.put('schema.ts', text)
      await generate({ cwd, name, prove: false, ...options })
      await made.commit(name)
    },
    async custom(name: string, sql: string) {
      const { file } = await generate({ cwd, name, custom: true })
      await made.put(file!, sql)
      await made.commit(name)
    },
    /** Nothing is wrong with the folder, it leads to these schema files, and every proof holds. */
    async expectWhole(text: string) {
      await made.put('schema.ts', text)
      const { findings } = await check({ cwd, history: true })
      expect(findings.filter(({ stands }) => stands)).toEqual([])
      expect(await generate({ cwd, prove: false })).toMatchObject({ tag: null })
    },
  }
  await it.change('init', text)
  return it
}

test('folders of 1.0 are squashed under the name of the last one, by which drizzle-orm knows it', async () => {
  await using it = await started(schema('name: text()'))
  const { cwd } = it
  await it.change('rename', schema('title: text()'), { rename: ['name=title'] })
  await it.custom(
    'rows',
    `insert into "us""ers" (id, title) values (1, 'a'); create statistics s on id, title from "us""ers";`,
  )
  await it.change('more', schema('title: text(), more: text()'))
  await migrate({ cwd })
  const [, , rows, more] = await it.tags()
  const { id } = await it.snapshot('rows')
  await expect(squash({ cwd, to: rows!, name: 'base' })).rejects.toMatchObject({ code: 'OPTION_INVALID', exit: 2 })
  expect(await squash({ cwd, to: rows! })).toMatchObject({
    tag: rows,
    file: `drizzle/${rows}/migration.sql`,
    kept: [{ sql: expect.stringMatching(/^insert/) }, { sql: expect.stringMatching(/^create statistics/) }],
    proof: 'proven',
  })
  expect(await it.tags()).toEqual([rows, more])
  expect(await it.snapshot('rows')).toMatchObject({ id, type: 'base', prevIds: [expect.stringMatching(/^[0-]+$/)] })
  expect(await it.snapshot('more')).toMatchObject({ type: 'diff', prevIds: [id] })
  await it.expectWhole(schema('title: text(), more: text()'))
  expect(await prove({ cwd, tag: [rows!], check: true })).toMatchObject({ proofs: [{ standing: 'proven' }] })
  expect(await migrate({ cwd })).toMatchObject({ applied: [], pending: [], missing: [] })
  expect(await status({ cwd, check: true })).toMatchObject({ missing: [] })
  expect(await squash({ cwd })).toMatchObject({ tag: more, replaced: [rows, more] })
  expect(await migrate({ cwd })).toMatchObject({ applied: [], pending: [], missing: [] })
  await it.change('next', schema('title: text(), more: text(), next: text()'))
  expect(await migrate({ cwd })).toMatchObject({ applied: [{ tag: await it.tag('next') }], missing: [] })
  expect(await queryProject(cwd, 'select title from "us""ers"')).toEqual([{ title: 'a' }])
})

test('branches that met by then are in the first snapshot, and what followed one of them follows it', async () => {
  await using it = await started(schema(''))
  const { cwd } = it
  await it.git('switch', '-c', 'feature')
  await it.change('ours', schema('ours: text()'))
  await setTimeout(1_100) // the names tell seconds apart
  await it.git('switch', 'main')
  await it.change('theirs', schema('theirs: text()'))
  await setTimeout(1_100)
  await it.git('switch', 'feature')
  await it.change('more', schema('ours: text(), more: text()'))
  expect((await it.git('merge', '-X', 'ours', 'main')).status).toBe(0)
  const all = schema('ours: text(), theirs: text(), more: text()')
  await it.change('after', all.replace('more:', 'after: text(), more:'))
  const { id } = await it.snapshot('theirs')
  expect((await it.snapshot('after')).prevIds).toHaveLength(2)
  await squash({ cwd, to: await it.tag('theirs') })
  expect(await it.names()).toEqual(['theirs', 'more', 'after'])
  expect((await it.snapshot('more')).prevIds).toEqual([id])
  await it.expectWhole(all.replace('more:', 'after: text(), more:'))
})

test('in folders of 1.0 ours comes on top of theirs, in a merge and before one', async () => {
  await using it = await started(schema('age: integer()'))
  const { cwd } = it
  await it.git('switch', '-c', 'feature')
  await it.change('ours', schema('age: integer().default(2)'))
  await it.custom('rows', 'update "us""ers" set id = id;')
  await it.git('switch', 'main')
  await it.change('theirs', schema('age: integer().default(1)'))
  await it.git('switch', 'feature')
  expect((await it.git('merge', 'main')).output).toContain('CONFLICT')
  await it.put('schema.ts', schema('age: integer().default(3)'))
  await expect(generate({ cwd })).rejects.toMatchObject({
    code: 'SNAPSHOT_BRANCHES_CONFLICT',
    hint: expect.stringContaining('sluice rebase'),
  })
  const before = await it.tag('theirs')
  expect(await rebase({ cwd })).toMatchObject({
    onto: 'main',
    kept: [before],
    moved: [
      { how: 'planned', proof: 'proven' },
      { how: 'kept', proof: 'proven' },
    ],
  })
  expect(await it.names()).toEqual(['init', 'theirs', 'ours', 'rows'])
  expect(await it.tag('theirs')).toBe(before)
  expect(await it.sql('rows')).toBe('update "us""ers" set id = id;')
  expect((await it.snapshot('ours')).prevIds).toEqual([(await it.snapshot('theirs')).id])
  await it.expectWhole(schema('age: integer().default(3)'))
  await it.commit('merged')
  expect(await rebase({ cwd })).toMatchObject({ onto: null, moved: [] })

  await it.git('switch', '-c', 'later')
  await it.change('later', schema('age: integer().default(3), later: text()'))
  await it.git('switch', 'feature')
  await it.change('earlier', schema('age: integer().default(3), earlier: text()'))
  await it.git('switch', 'later')
  expect(await rebase({ cwd, onto: 'feature' })).toMatchObject({ kept: [expect.stringContaining('earlier')] })
  expect((await it.names()).slice(-2)).toEqual(['earlier', 'later'])
})

test('a merge that drizzle-kit 1.0 takes has nothing to rebase; one that it does not is mended afterwards too', async () => {
  await using it = await started(schema('age: integer()'))
  const { cwd } = it
  const branch = async (name: string, text: string, from: string) => {
    await it.git('switch', '-c', name, from)
    await it.change(name, text)
  }
  await branch('a', schema('age: integer(), a: text()'), 'main')
  await branch('b', schema('age: integer(), b: text()'), 'main')
  await it.git('merge', '-X', 'ours', 'a')
  expect(await rebase({ cwd })).toMatchObject({ onto: null })
  await branch('c', schema('age: integer().notNull()'), 'main')
  await branch('d', schema('age: integer().default(4)'), 'main')
  await it.git('merge', '-X', 'ours', 'c')
  await it.put('schema.ts', schema('age: integer().notNull().default(4)'))
  await expect(check({ cwd })).rejects.toMatchObject({
    details: { result: { findings: [{ code: 'branchesConflict', remedy: 'sluice rebase' }] } },
  })
  const from = await it.tag('d')
  expect(await rebase({ cwd, onto: 'c' })).toMatchObject({ moved: [{ from, how: 'planned' }] })
  await it.expectWhole(schema('age: integer().notNull().default(4)'))
})

test('where the branches have laid the folder out differently, it is said what to do', async () => {
  await using it = await started(schema(''))
  const { cwd } = it
  await it.git('switch', '-c', 'feature')
  await it.change('ours', schema('ours: text()'))
  await it.git('switch', 'main')
  await up({ cwd, layout: 'v0' })
  await it.change('theirs', schema('theirs: text()'))
  await it.git('switch', 'feature')
  await expect(rebase({ cwd, onto: 'main' })).rejects.toMatchObject({ code: 'LAYOUTS_DIFFER', exit: 2 })
})
