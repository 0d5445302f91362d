import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build as bundle } from 'esbuild'
import { build } from 'tsdown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { errorKinds } from '../../src/errors.ts'
import config from '../../tsdown.config.ts'

let folder: string
let file: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-migrator-'))
  file = join(folder, 'migrator.js')
  const migrator = [config].flat().find(({ entry }) => Object.keys(Object(entry)).join() === 'migrator')!
  await build({ ...migrator, config: false, dts: false, outDir: folder, logLevel: 'silent' })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('sluice/migrator bundled into a program is less than 40 KB, of Node and nothing else', async () => {
  const { outputFiles, metafile } = await bundle({
    entryPoints: [file],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    write: false,
    metafile: true,
  })
  const [output] = Object.values(metafile.outputs)
  const imported = output!.imports.map(({ path }) => path.replace(/^node:/, ''))
  expect(imported.filter((path) => !builtinModules.includes(path))).toEqual([])
  expect(Object.keys(metafile.inputs)).toHaveLength(1)
  expect(outputFiles[0]!.contents.length).toBeLessThan(40 * 1024)
})

test('it has the text of each error that it can throw, and of no other', async () => {
  const text = await readFile(file, 'utf8')
  const thrown = Object.keys(errorKinds).filter((code) => new RegExp(`["']${code}["']`).test(text))
  const told = Object.keys(errorKinds).filter((code) => new RegExp(`\\b${code}: \\{`).test(text))
  expect(told.toSorted()).toEqual(thrown.toSorted())
  expect(thrown).toContain('STATEMENT_FAILED')
  const { migrate, SluiceError } = await import(/* @vite-ignore */ pathToFileURL(file).href)
  const refusal = await migrate({}, { migrations: [] }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(SluiceError)
  expect(refusal).toMatchObject({ code: 'DRIVER_UNSUPPORTED', message: 'the driver Object is not supported', exit: 2 })
})
