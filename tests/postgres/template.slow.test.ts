import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmbedded } from '../../src/postgres/embedded/embed.ts'
import { readPack } from '../../src/postgres/embedded/pack.ts'
import { buildTemplate, readTemplate } from '../../src/postgres/embedded/template.ts'

let cache: string
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'sluice-template-'))
})
afterAll(() => rm(cache, { recursive: true, force: true }))

test('two who make it at once end with one small file, which the next one reads', async () => {
  const [pack, path] = await Promise.all([readTemplate(cache), buildTemplate(cache)])
  expect(await readdir(cache)).toEqual([basename(path)])
  expect(readPack(pack).files.has('/PG_VERSION')).toBe(true)
  const made = await stat(path)
  expect(made.size).toBeLessThan(5e6)
  expect(readPack(await readTemplate(cache)).files.size).toBeGreaterThan(300)
  expect((await stat(path)).mtimeMs).toBe(made.mtimeMs)
})

test('two processes that make it at once both open a database, and one file is left', async () => {
  const fresh = join(cache, 'fresh')
  const script = `
    import { openEmbedded } from ${JSON.stringify(new URL('../../src/postgres/embedded/embed.ts', import.meta.url).href)}
    const connection = await openEmbedded({ cache: ${JSON.stringify(fresh)} })
    console.log(JSON.stringify(await connection.query('select 1 as one')))
    await connection.close()`
  const file = join(cache, 'open.mjs')
  await writeFile(file, script)
  const args = ['--liftoff-only', '--import', new URL('../harness/typescript.js', import.meta.url).href, file]
  const run = () => promisify(execFile)(process.execPath, args)
  for (const { stdout } of await Promise.all([run(), run(), run()])) expect(stdout).toBe('[{"one":1}]\n')
  expect(await readdir(fresh)).toEqual([expect.stringMatching(/^template-\w+\.br$/)])
  for (const path of [fresh, file]) await rm(path, { recursive: true })
})

test('each reader has bytes of its own', async () => {
  const [first, second] = [await readTemplate(cache), await readTemplate(cache)]
  first.fill(0)
  expect(readPack(second).files.size).toBeGreaterThan(300)
})

test('a damaged file in the cache is made again', async () => {
  const path = join(cache, (await readdir(cache))[0]!)
  const bytes = await readFile(path)
  bytes[bytes.length - 100]! ^= 1
  await writeFile(path, bytes)
  const connection = await openEmbedded({ cache })
  expect(await connection.query('select 1 as one')).toEqual([{ one: 1 }])
  await connection.close()
  expect((await readFile(path)).equals(bytes)).toBe(false)
})

test('a cache that cannot be written is no error', async () => {
  const blocked = join(cache, 'a file')
  await writeFile(blocked, '')
  const connection = await openEmbedded({ cache: blocked })
  expect(await connection.query('select 1 as one')).toEqual([{ one: 1 }])
  await connection.close()
  await rm(blocked)
})

test('it holds no role of ours and no object', async () => {
  const connection = await openEmbedded({ template: await readTemplate(cache) })
  expect(await connection.query(`select rolname::text as name from pg_roles where rolname !~ '^pg_'`)).toEqual([
    { name: 'postgres' },
  ])
  expect(await connection.query('select from pg_class where oid >= 16384')).toEqual([])
  expect(await connection.query('select datname::text as name from pg_database')).toEqual([{ name: 'postgres' }])
  await connection.close()
})
