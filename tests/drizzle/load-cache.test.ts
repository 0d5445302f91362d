import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { isLibrary } from '../../src/drizzle/packages.ts'
import { commandLine } from '../harness/cli.ts'
import { core, type Files, loadFrom, table, tablesIn } from '../harness/load.ts'
import { project } from '../harness/project.ts'

const ours = { '.sluice/.gitignore': '*\n' }
const named = (imports: string) => `${core}${imports}\nexport const b = pgTable(name, {})`

async function write(folder: string, files: Files) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

/** Each project declares the table `old`; after the change, the table `new`, or what is said. */
const changes: Readonly<Record<string, { before: Files; links?: Files; change: Files; tables?: readonly string[] }>> = {
  'a file deep in the closure': {
    before: {
      'src/a.ts': named(`import { name } from '../lib'`),
      'lib/index.ts': `export * from './x'`,
      'lib/x.ts': `export const name = 'old'`,
    },
    change: { 'lib/x.ts': `export const name = 'new'` },
  },
  'a new file that a glob matches': {
    before: { 'src/a.ts': table('old') },
    change: { 'src/deep/b.ts': table('new', 'fresh') },
    tables: ['new', 'old'],
  },
  'a new file that is found before the old one': {
    before: { 'src/a.ts': named(`import { name } from '../lib/x'`), 'lib/x.ts': `export const name = 'old'` },
    change: { 'lib/x.tsx': `export const name = 'new'` },
  },
  'a new file in place of the index of a folder': {
    before: { 'src/a.ts': named(`import { name } from '../lib/x'`), 'lib/x/index.ts': `export const name = 'old'` },
    change: { 'lib/x.ts': `export const name = 'new'` },
  },
  JSON: {
    before: { 'src/a.ts': named(`import { name } from '../x.json'`), 'x.json': '{ "name": "old" }' },
    change: { 'x.json': '{ "name": "new" }' },
  },
  SQL: {
    before: { 'src/a.ts': named(`import name from '../x.sql'`), 'x.sql': 'old' },
    change: { 'x.sql': 'new' },
  },
  'paths of a tsconfig that is extended': {
    before: {
      'tsconfig.json': '{ "extends": "./base" }',
      'base.json': '{ "compilerOptions": { "paths": { "@/*": ["./one/*"] } } }',
      'src/a.ts': named(`import { name } from '@/x'`),
      'one/x.ts': `export const name = 'old'`,
      'two/x.ts': `export const name = 'new'`,
    },
    change: { 'base.json': '{ "compilerOptions": { "paths": { "@/*": ["./two/*"] } } }' },
  },
  'a tsconfig that was not there': {
    before: {
      'src/a.ts': named(`class P { x?: string }\nclass A extends P { constructor() { super(); this.x = 'old' } }
      class B extends A { declare y: string; x: string }\nconst name = new B().x ?? 'new'`),
    },
    change: { 'src/tsconfig.json': '{ "compilerOptions": { "useDefineForClassFields": false } }' },
    tables: ['old'],
  },
  'a file at the first place that paths name': {
    before: {
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./one/*", "./two/*"] } } }',
      'src/a.ts': named(`import { name } from '@/deep/x'`),
      'two/deep/x.ts': `export const name = 'old'`,
    },
    change: { 'one/deep/x.ts': `export const name = 'new'` },
  },
  'a file at baseUrl, in place of a package': {
    before: {
      'tsconfig.json': '{ "compilerOptions": { "baseUrl": "./lib" } }',
      'src/a.ts': named(`import { name } from 'x'`),
      'node_modules/x/index.js': `exports.name = 'old'`,
    },
    change: { 'lib/x.ts': `export const name = 'new'` },
  },
  '#imports of the package': {
    before: {
      'package.json': '{ "imports": { "#x": "./one.ts" } }',
      'src/a.ts': named(`import { name } from '#x'`),
      'one.ts': `export const name = 'old'`,
      'lib/two.ts': `export const name = 'new'`,
    },
    change: { 'package.json': '{ "imports": { "#x": "./lib/two.ts" } }' },
  },
  'exports of a package of the workspace': {
    before: {
      'src/a.ts': named(`import { name } from '@acme/x'`),
      'packages/x/package.json': '{ "name": "@acme/x", "exports": "./src/one.ts" }',
      'packages/x/src/one.ts': `export const name = 'old'`,
      'packages/x/lib/two.ts': `export const name = 'new'`,
    },
    links: { '@acme/x': 'packages/x' },
    change: { 'packages/x/package.json': '{ "name": "@acme/x", "exports": "./lib/two.ts" }' },
  },
  'a package that is installed in another version': {
    before: {
      'src/a.ts': named(`import { name } from 'x'`),
      'node_modules/x/package.json': '{ "name": "x", "version": "1.0.0", "main": "one.js" }',
      'node_modules/x/one.js': `exports.name = 'old'`,
    },
    change: {
      'node_modules/x/package.json': '{ "name": "x", "version": "2.0.0", "type": "module", "exports": "./two.js" }',
      'node_modules/x/two.js': `export const name = 'new'`,
    },
  },
  'a package that is installed nearer': {
    before: {
      'src/a.ts': named(`import { name } from 'x'`),
      'node_modules/x/index.js': `exports.name = 'old'`,
    },
    change: { 'src/node_modules/x/index.js': `exports.name = 'new'` },
  },
  'a package that was asked for in vain': {
    before: { 'src/a.ts': named(`let name = 'old'\ntry { name = require('x').name } catch {}`) },
    change: { 'node_modules/x/index.js': `exports.name = 'new'` },
  },
}

test.each(Object.entries(changes))(
  'a bundle is not taken from the cache after a change of %s',
  async (_, situation) => {
    const { before, links, change, tables = ['new'] } = situation
    await using made = await project({ ...ours, ...before }, links)
    const was = tablesIn(await loadFrom(made))
    expect(was).toEqual([tables[0] === 'old' ? 'new' : 'old'])
    expect(tablesIn(await loadFrom(made))).toEqual(was)
    await write(made.folder, change)
    expect(tablesIn(await loadFrom(made))).toEqual(tables)
    expect(tablesIn(await loadFrom(made))).toEqual(tables)
  },
)

test('drizzle-orm lies in a bundle that is made again where it is the only package, and is one copy for all where it is not', async () => {
  const table = (name: string, more = '') =>
    `import { integer, pgTable } from 'drizzle-orm/pg-core'\n${more}export const t = pgTable('${name}', { id: integer().primaryKey() })`
  await using made = await project({
    ...ours,
    'src/a.ts': table('new'),
    'node_modules/x/package.json': '{ "type": "module", "main": "x.js" }',
    'node_modules/x/x.js': table('old'),
  })
  const bundles = async () =>
    Promise.all((await bundlesIn(made.folder)).map((folder) => readFile(join(folder, 'bundle.mjs'), 'utf8')))
  const twice = async () => [tablesIn(await loadFrom(made)), tablesIn(await loadFrom(made))]
  expect(await twice()).toEqual([['new'], ['new']])
  const isInside = (text: string) => !/from "file:.*drizzle-orm/.test(text)
  expect((await bundles()).map(isInside).sort()).toEqual([false, true])
  await writeFile(
    join(made.folder, 'src/a.ts'),
    table(
      'new',
      `import { getTableName, is, Table } from 'drizzle-orm'\nimport { t as far } from 'x'
      if (!(far instanceof Table) || !is(far, Table)) throw new Error('of another copy: ' + getTableName(far))\n`,
    ),
  )
  expect(await twice()).toEqual([['new'], ['new']])
  expect((await bundles()).map(isInside).sort()).toEqual([false, false, true])
})

test('of Sluice itself only what schema files import may lie in a bundle: a config that imports the rest is bundled without it', () => {
  const installed = (...paths: readonly string[]) => paths.map((path) => isLibrary(join('/app/node_modules', path)))
  expect(installed('drizzle-orm/index.js', 'drizzle-orm/pg-core/table.js', 'sluice/dist/declare.js')).toEqual([
    true,
    true,
    true,
  ])
  expect(
    installed('sluice/dist/index.js', 'sluice/dist/migrator.js', 'drizzle-orm/index.cjs', 'x/drizzle-orm.js'),
  ).toEqual([false, false, false, false])
})

test('a link to a package that leads elsewhere now is followed', async () => {
  await using made = await project(
    {
      ...ours,
      'src/a.ts': named(`import { name } from 'x'`),
      'store/x@1/index.js': `exports.name = 'old'`,
      'store/x@2/index.js': `exports.name = 'new'`,
    },
    { x: 'store/x@1' },
  )
  expect(tablesIn(await loadFrom(made))).toEqual(['old'])
  await rm(join(made.folder, 'node_modules/x'))
  await symlink(join(made.folder, 'store/x@2'), join(made.folder, 'node_modules/x'))
  expect(tablesIn(await loadFrom(made))).toEqual(['new'])
})

test('code of a cached bundle still runs every time, with the variables of now', async () => {
  await using made = await project({ ...ours, 'src/a.ts': named(`const name = process.env.SLUICE_TEST_CACHE!`) })
  for (const name of ['one', 'two', 'three']) {
    await writeFile(join(made.folder, '.env'), `SLUICE_TEST_CACHE=${name}`)
    expect(tablesIn(await loadFrom(made))).toEqual([name])
  }
})

test('an exception out of a cached bundle has the same place', async () => {
  const files = {
    'src/a.ts': `import '../lib/env'`,
    'lib/env.ts': `interface Env { url: string }\n\nif (!process.env.SLUICE_TEST_NOT_SET) throw new Error('not set')`,
  }
  await using made = await project({ ...ours, ...files })
  const problems = ['lib/env.ts:3:45: not set (imported by src/a.ts)']
  for (const _ of ['cold', 'warm'])
    await expect(loadFrom(made)).rejects.toMatchObject({ code: 'SCHEMA_THREW', details: { problems } })
})

const cacheOf = (folder: string) => join(folder, '.sluice/cache')
const bundlesIn = async (folder: string) => (await readdir(cacheOf(folder))).map((name) => join(cacheOf(folder), name))

test('a cache that is damaged is made again', async () => {
  await using made = await project({ ...ours, 'src/a.ts': table('b') })
  for (const spoil of [
    (bundle: string) => writeFile(join(bundle, 'bundle.mjs'), 'export const modules = []'),
    (bundle: string) => writeFile(join(bundle, 'about.json'), '{'),
    (bundle: string) => rm(join(bundle, 'bundle.mjs')),
    (bundle: string) => rm(bundle, { recursive: true }).then(() => writeFile(bundle, '')),
  ]) {
    expect(tablesIn(await loadFrom(made))).toEqual(['b'])
    await Promise.all((await bundlesIn(made.folder)).map(spoil))
    expect(tablesIn(await loadFrom(made))).toEqual(['b'])
  }
})

test('many loads at once share a cache, and leave nothing half behind', async () => {
  await using made = await project({ ...ours, 'src/a.ts': table('b') })
  const all = await Promise.all(Array.from({ length: 8 }, () => loadFrom(made)))
  expect(all.map(tablesIn)).toEqual(all.map(() => ['b']))
  const files = await Promise.all((await bundlesIn(made.folder)).map((bundle) => readdir(bundle)))
  // A second one where one of them found what another had just stored.
  expect([1, 2]).toContain(files.length)
  for (const names of files) expect(names.sort()).toEqual(['about.json', 'bundle.mjs', 'bundle.mjs.map'])
})

test('what nobody used for long goes when there is much', async () => {
  await using made = await project({ ...ours, 'src/a.ts': table('b') })
  const long = new Date(Date.now() - 3_600_000)
  for (let i = 0; i < 40; i++) {
    const folder = join(cacheOf(made.folder), `bundle-${i}`)
    await mkdir(folder, { recursive: true })
    await utimes(folder, long, long)
  }
  await loadFrom(made)
  expect(await bundlesIn(made.folder)).toHaveLength(32)
})

test('a project that has nothing of ours gets nothing', async () => {
  await using made = await project({ 'src/a.ts': table('b') })
  await loadFrom(made)
  expect(existsSync(join(made.folder, '.sluice'))).toBe(false)
})

const cli = commandLine()

test('a run after which nothing has changed does without esbuild, config and schema', async () => {
  await using made = await project({
    ...ours,
    'drizzle.config.ts': `import { defineConfig } from 'drizzle-kit'\nexport default defineConfig({ dialect: 'postgresql', schema: './src' })`,
    'src/a.ts': table('b'),
  })
  const generate = (env: Files = {}) => cli.run(['generate', '--no-prove', '--json'], { cwd: made.folder, env })
  const broken = { ESBUILD_BINARY_PATH: join(made.folder, 'package.json') }
  expect((await generate(broken)).status).not.toBe(0)
  expect((await generate()).json).toMatchObject({ ok: true, statements: [expect.stringContaining('CREATE TABLE')] })
  // The folder of migrations is new, and could have been what an import means; then the bundle is made once more, for good.
  for (const _ of [1, 2]) expect((await generate()).json).toMatchObject({ ok: true, tag: null })
  expect((await generate(broken)).json).toMatchObject({ ok: true, tag: null })
})

test('what schema files and the config print does not get between the lines of a document', async () => {
  const noisy = `console.log('injected env (2) from .env'); console.info({ a: 1 }); console.table([1])\n`
  await using made = await project({
    'drizzle.config.ts': `${noisy}export default { dialect: 'postgresql', schema: './src' }`,
    'src/a.ts': `${noisy}${table('b')}`,
  })
  const ended = await cli.run(['generate', '--no-prove', '--json', '--name', 'first'], { cwd: made.folder })
  expect(ended).toMatchObject({ status: 0, json: { ok: true, tag: '0000_first' } })
  expect(ended.stderr.match(/injected env/g)).toHaveLength(2)
  const again = await cli.run(['generate', '--no-prove'], { cwd: made.folder })
  expect(again).toMatchObject({ status: 0, stdout: 'No changes\n' })
  expect(await readFile(join(made.folder, 'drizzle/0000_first.sql'), 'utf8')).toContain('CREATE TABLE')
})
