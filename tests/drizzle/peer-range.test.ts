import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/drizzle/config.ts'
import { loadSchema } from '../../src/drizzle/load.ts'
import { project } from '../harness/project.ts'

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))

/** Loads schema files with the drizzle-orm that is installed under a name. */
async function load(source: string, orm: string) {
  const manifest = JSON.parse(await readFile(path(`node_modules/${orm}/package.json`), 'utf8'))
  await using made = await project({}, { 'drizzle-orm': path(`node_modules/${orm}`) })
  await cp(path(source), join(made.folder, 'src'), { recursive: true })
  const overrides = { dialect: 'postgresql', schema: 'src/**/*.ts' }
  const { schema } = await loadSchema(await loadConfig({ cwd: made.folder, overrides }))
  return { version: manifest.version, hash: schema.hash(), size: schema.size }
}

test.each(['tests/drizzle/rich', 'tests/drizzle/cased', 'examples/tenants/src/schema'])(
  'both ends of the range of drizzle-orm make the same of %s',
  async (source) => {
    const oldest = await load(source, 'drizzle-orm-0-40')
    const newest = await load(source, 'drizzle-orm')
    expect(oldest.version).toBe('0.40.0')
    expect(oldest.size).toBeGreaterThan(10)
    expect(oldest).toMatchObject({ hash: newest.hash, size: newest.size })
  },
)

const packaged = (version: string) => ({
  'src/a.ts': '',
  'node_modules/other/package.json': `{ "name": "drizzle-orm", "version": "${version}", "main": "i.js" }`,
  'node_modules/other/i.js': '',
})

test.each(['0.36.0', '0.39.3', '1.0.0-rc.5', '1.0.0'])(
  'drizzle-orm %s lies outside of the range, and is refused with what to install',
  async (version) => {
    await using made = await project(packaged(version), { 'drizzle-orm': 'node_modules/other' })
    const config = await loadConfig({ cwd: made.folder, overrides: { dialect: 'postgresql', schema: 'src' } })
    await expect(loadSchema(config)).rejects.toMatchObject({
      code: 'DRIZZLE_ORM_UNSUPPORTED',
      exit: 2,
      message: `drizzle-orm ${version} is not supported`,
      hint: expect.stringContaining('>=0.40 <1'),
    })
  },
)

test('a project without drizzle-orm is told how to install it', async () => {
  await using made = await project({ 'src/a.ts': '' }, { 'drizzle-orm': 'nowhere' })
  const config = await loadConfig({ cwd: made.folder, overrides: { dialect: 'postgresql', schema: 'src' } })
  await expect(loadSchema(config)).rejects.toMatchObject({
    code: 'DRIZZLE_ORM_NOT_FOUND',
    exit: 2,
    hint: 'npm install drizzle-orm',
  })
})
