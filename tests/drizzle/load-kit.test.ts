import { cp, mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/drizzle/config.ts'
import { loadSchema } from '../../src/drizzle/load.ts'
import { readSnapshot } from '../../src/drizzle/snapshot/read.ts'
import { keyOf } from '../../src/schema/object.ts'
import type { Schema } from '../../src/schema/schema.ts'
import { kitProject, richSchema } from '../harness/kit.ts'

const attrs = (schema: Schema) => Object.fromEntries([...schema].map((object) => [keyOf(object), object.attrs]))
const root = fileURLToPath(new URL('../..', import.meta.url))
const columnsFile = fileURLToPath(new URL('cased/shop.ts', import.meta.url))

/** What drizzle-kit makes of a project's schema files, and what we make of them. */
async function both(
  schema: readonly string[],
  config: object = {},
  prepare: (folder: string) => Promise<void> = async () => {},
) {
  await using kit = await kitProject(schema, config)
  await prepare(kit.folder)
  await kit.run('generate', '--name', 'first')
  const snapshot = readSnapshot(await kit.snapshot(), 'snapshot')
  const loaded = await loadSchema(await loadConfig({ cwd: kit.folder }))
  return { kit: snapshot.schema, loaded: loaded.schema }
}

test('the schema files say what drizzle-kit reads in them', async () => {
  const { kit, loaded } = await both(richSchema)
  expect(attrs(loaded)).toEqual(attrs(kit))
  expect(loaded.hash()).toBe(kit.hash())
  expect(loaded.size).toBeGreaterThan(150)
})

test('the example of a multi-tenant application is read as in drizzle-kit', async () => {
  const { kit, loaded } = await both(['src/schema/index.ts'], { casing: 'snake_case' }, async (folder) => {
    await cp(join(root, 'examples/tenants/src'), join(folder, 'src'), { recursive: true })
    await mkdir(join(folder, 'src/node_modules'))
    await symlink(root, join(folder, 'src/node_modules/sluice'))
  })
  expect(attrs(loaded)).toEqual(attrs(kit))
})

test.each(['snake_case', 'camelCase'])('names and texts follow the casing %s as in drizzle-kit', async (casing) => {
  const { kit, loaded } = await both([columnsFile], { casing })
  expect(attrs(loaded)).toEqual(attrs(kit))
  expect(loaded.hash()).toBe(kit.hash())
})
