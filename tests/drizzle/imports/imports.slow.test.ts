import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadFrom, table, tablesIn } from '../../harness/load.ts'
import { project } from '../../harness/project.ts'
import { type Situation, situations } from './situations.ts'

const projects = [
  ['ESM', { type: 'module' }],
  ['CommonJS', { type: 'commonjs' }],
] as const

/** A project of a kind, with a cache of its own. */
const projectOf = ({ files, links }: Situation, kind: object) => {
  const manifest = JSON.stringify({ ...JSON.parse(files['package.json'] ?? '{}'), ...kind })
  return project({ ...files, 'package.json': manifest, '.sluice/.gitignore': '*\n' }, links)
}

test.each(
  Object.entries(situations).flatMap(([name, situation]) =>
    projects.map(([kind, manifest]) => ({ name, kind, manifest, situation: situation as Situation })),
  ),
)('loads in a project of $kind, from the cache too: $name', async ({ manifest, situation }) => {
  const { tables = ['b'], schema } = situation
  await using made = await projectOf(situation, manifest)
  const overrides = schema === undefined ? {} : { schema }
  const cold = await loadFrom(made, overrides)
  expect(tablesIn(cold)).toEqual(tables)
  const warm = await loadFrom(made, overrides)
  expect(warm).toMatchObject({ files: cold.files, warnings: cold.warnings, providers: cold.providers })
  expect(warm.schema.hash()).toBe(cold.schema.hash())
})

test('FAILURES 33: paths, extends, #imports, .js for .ts, ESM only, await, workspace, JSX, 170 files, circles, twice', async () => {
  const files: Record<string, string> = {
    'package.json': `{ "type": "module", "imports": { "#lib/*": "./lib/*.ts" } }`,
    'tsconfig.json': `{ "extends": "./tsconfig.base.json" }`,
    'tsconfig.base.json': `{ "compilerOptions": { "jsx": "preserve", "paths": { "@/*": ["./lib/*"] } } }`,
    'lib/one.ts': table('one'),
    'lib/two.tsx': `${table('two')}export const View = () => <p />`,
    'node_modules/react/package.json': `{ "name": "react" }`,
    'node_modules/react/jsx-runtime.js': `exports.jsx = () => null`,
    'node_modules/new/package.json': `{ "name": "new", "type": "module", "exports": { "import": "./index.js" } }`,
    'node_modules/new/index.js': `export const name = 'three'`,
    'packages/db/package.json': `{ "name": "@acme/db", "exports": { "./four": "./four.ts" } }`,
    'packages/db/four.ts': table('four'),
    'src/index.ts': `export * from '@/one'
      export * from '#lib/one'
      export * from '../lib/two.js'
      export * from '@acme/db/four'
      export * from './t000.js'`,
    'src/three.ts': `import { pgTable } from 'drizzle-orm/pg-core'
      const { name } = await import('new')
      export const three = pgTable(name, {})`,
  }
  const name = (i: number) => `t${String(i % 170).padStart(3, '0')}`
  for (let i = 0; i < 170; i++)
    files[`src/${name(i)}.ts`] = `import { integer, pgTable } from 'drizzle-orm/pg-core'
      import { ${name(i + 1)} } from './${name(i + 1)}.js'
      export const ${name(i)} = pgTable('${name(i)}', { id: integer().primaryKey(), next: integer().references(() => ${name(i + 1)}.id) })`
  await using made = await project(files, { '@acme/db': 'packages/db' })
  const loaded = await loadFrom(made, { schema: './src' })
  expect(tablesIn(loaded).filter((table) => !/^t\d/.test(table))).toEqual(['four', 'one', 'three', 'two'])
  expect(tablesIn(loaded)).toHaveLength(174)
  expect([...loaded.schema].filter(({ kind }) => kind === 'foreignKey')).toHaveLength(170)
})

test('one table that several files and several globs pass on is one table', async () => {
  await using made = await project({
    'src/users.ts': table('users'),
    'src/index.ts': `export * from './users'\nexport { users as people } from './users.js'`,
    'src/again/index.ts': `export { users as default } from '@/users'`,
    'tsconfig.json': `{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }`,
  })
  const schema = ['src/**/index.ts', './src/users.ts', 'src', `${made.folder}/src/*.ts`]
  expect(tablesIn(await loadFrom(made, { schema }))).toEqual(['users'])
})

test('a project may lie in a folder whose name is full of signs', async () => {
  await using made = await project({})
  const folder = join(made.folder, `it's [100%] "my" #1 ünï (app)`)
  await mkdir(join(folder, 'src'), { recursive: true })
  await writeFile(join(folder, 'src', 'a.ts'), `${table('b')}export const here = __dirname + import.meta.url`)
  expect(tablesIn(await loadFrom({ folder }, { schema: './src/a.ts' }))).toEqual(['b'])
})
