import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { type Project, project } from './harness/project.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '..')

let made: Project
let files: readonly { readonly path: string; readonly size: number }[]

/** A project with the package as npm would install it: the files that it publishes, and its dependencies beside it. */
beforeAll(async () => {
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root })
  files = JSON.parse(stdout)[0].files
  made = await project({
    'drizzle.config.ts': `
      import { defineConfig } from 'sluice'
      export default defineConfig({ dialect: 'postgresql', schema: './schema.ts' })`,
    'schema.ts': `
      import { integer, pgTable } from 'drizzle-orm/pg-core'
      export const users = pgTable('users', { id: integer().primaryKey() })`,
  })
  const installed = join(made.folder, 'node_modules')
  for (const { path } of files) {
    await mkdir(dirname(join(installed, 'sluice', path)), { recursive: true })
    await cp(join(root, path), join(installed, 'sluice', path))
  }
  for (const name of Object.keys(manifest.dependencies)) {
    await mkdir(dirname(join(installed, name)), { recursive: true })
    await symlink(join(root, 'node_modules', name), join(installed, name))
  }
})
afterAll(() => made?.[Symbol.asyncDispose]())

test('the package holds the template, no source of tests, and less than 5 MB', async () => {
  expect(files.filter(({ path }) => /^dist\/template-\w+\.br$/.test(path))).toHaveLength(1)
  expect(
    files.map(({ path }) => path).filter((path) => !/^(dist\/|LICENSE$|README\.md$|package\.json$)/.test(path)),
  ).toEqual([])
  expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(5_000_000)
})

test('once installed it generates, proves and migrates, from the template that it brings', async () => {
  const temporary = join(made.folder, 'tmp')
  await mkdir(temporary)
  const { PATH, HOME } = process.env
  const bin = join(made.folder, 'node_modules/sluice', manifest.bin.sluice)
  const sluice = async (...args: readonly string[]) =>
    (await run(process.execPath, [bin, ...args], { cwd: made.folder, env: { PATH, HOME, TMPDIR: temporary } })).stdout
  expect((await stat(bin)).mode & 0o111).not.toBe(0)
  expect(await sluice('--version')).toBe(`${manifest.version}\n`)
  expect(await sluice('generate', '--name', 'init')).toContain('proven in ')
  expect(await sluice('migrate')).toContain('applied 0000_init')
  expect(await sluice('status', '--check')).toContain('Migration state: 1 applied, 1 expected, 0 pending')
  // A template that is made, since the shipped one was not found, is kept in a cache.
  const kept = await readdir(made.folder, { recursive: true })
  expect(kept.filter((path) => /^(tmp|\.sluice)\/.*template/.test(path))).toEqual([])
  await rm(temporary, { recursive: true })
})

test('started through the link that npm makes, it says which env file is missing', async () => {
  const installed = join(made.folder, 'node_modules')
  const link = join(installed, '.bin', 'sluice')
  const bin = join(installed, 'sluice', manifest.bin.sluice)
  await mkdir(dirname(link))
  await symlink(relative(dirname(link), bin), link)
  // `env -S node --` would keep Node 20 from looking at --env-file, and the `env` of Alpine does not know it.
  expect((await readFile(bin, 'utf8')).split('\n', 1)).toEqual(['#!/usr/bin/env node'])
  expect((await run(link, ['--version'])).stdout).toBe(`${manifest.version}\n`)
  const args = ['status', '--env-file', 'nope', '--json']
  for (const [file, ...before] of [[link], [process.execPath, bin]] as const) {
    const ended = await run(file, [...before, ...args], { cwd: made.folder }).catch((error) => error)
    expect(ended.stdout + ended.stderr).toContain('nope')
    // 9 where Node itself has looked: what stands in the help.
    expect([2, 9]).toContain(ended.code)
  }
  const { stdout } = await run(link, ['status', '--help'])
  expect(stdout).toMatch(/--env-file <file> .*Node 20 .*9/)
})

test('what its exports name is there to be imported', async () => {
  const names = Object.keys(manifest.exports).map((path) => join('sluice', path))
  const file = join(made.folder, 'import.mjs')
  await writeFile(
    file,
    names
      .filter((name) => !name.endsWith('.json'))
      .map((name) => `console.log(Object.keys(await import('${name}')).length > 0)`)
      .join('\n'),
  )
  const { stdout } = await run(process.execPath, [file])
  expect(new Set(stdout.trim().split('\n'))).toEqual(new Set(['true']))
})
