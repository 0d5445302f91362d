import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as api from '../../src/index.ts'
import * as migrator from '../../src/migrator.ts'
import { commandLine } from '../harness/cli.ts'
import { type Project, project } from '../harness/project.ts'

const root = join(import.meta.dirname, '../..')
const page = await readFile(join(root, 'docs/api.md'), 'utf8')

interface Example {
  /** A file's name, or `bundle`: the command that runs before. */
  readonly word: string
  readonly code: string
  /** What it prints; undefined for a file of the project. */
  readonly prints: string | undefined
}

const examples = [...page.matchAll(/```js(?: (\S+))?\n(.*?)```\n(?:\n```text\n(.*?)```)?/gs)].map(
  ([, word = '', code = '', prints]): Example => ({ word, code, prints }),
)

const sluice = commandLine()
let it: Project
beforeAll(async () => {
  const source = (file: string) => `export * from ${JSON.stringify(join(root, 'src', file))}`
  it = await project(
    {
      'node_modules/sluice/package.json': JSON.stringify({
        type: 'module',
        exports: { '.': './index.js', './migrator': './migrator.js' },
      }),
      'node_modules/sluice/index.js': source('index.ts'),
      'node_modules/sluice/migrator.js': source('migrator.ts'),
      ...Object.fromEntries(examples.flatMap(({ word, code }) => (word.endsWith('.js') ? [[word, code]] : []))),
    },
    { '@electric-sql/pglite': join(root, 'node_modules/@electric-sql/pglite') },
  )
})
afterAll(() => it?.[Symbol.asyncDispose]())

const runs = examples.filter(({ prints }) => prints !== undefined)
test.each(runs.map((example, index) => [index + 1, example] as const))(
  'example %i',
  async (_number, { word, code, prints }) => {
    await writeFile(join(it.folder, 'example.mjs'), code)
    const hooks = new URL('../harness/typescript.js', import.meta.url).href
    if (word === 'bundle') {
      const env = { NODE_OPTIONS: `--import ${hooks}` }
      await sluice.run(['bundle', '--out', 'drizzle/sluice/migrations.js'], { cwd: it.folder, env })
    }
    const { PATH, HOME } = process.env
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', hooks, 'example.mjs'], {
      cwd: it.folder,
      env: { PATH, HOME },
    })
    expect({ stdout, stderr }).toEqual({ stdout: prints, stderr: '' })
  },
)

test('every export has an example', () => {
  const imported = examples.flatMap(({ code }) => [...code.matchAll(/import \{ (.*?) \} from 'sluice/g)])
  const names = new Set(imported.flatMap(([, list]) => list!.split(', ')))
  expect([...Object.keys(api), ...Object.keys(migrator)].filter((name) => !names.has(name))).toEqual([])
})
