import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { pages } from '../../scripts/docs.ts'
import { failed } from '../../src/errors/failed.ts'
import { input } from '../../src/errors/input.ts'
import { refused } from '../../src/errors/refused.ts'
import { errorKinds } from '../../src/errors.ts'
import { readSources, root, walk } from './sources.ts'

test('every error code is used', () => {
  const used = new Set(
    readSources()
      .filter(({ path }) => !path.startsWith('errors'))
      .flatMap(({ tree }) => [...walk(tree)].filter(ts.isStringLiteral).map(({ text }) => text)),
  )
  expect(Object.keys(errorKinds).filter((code) => !used.has(code))).toEqual([])
})

test('the codes stand in order', () => {
  for (const texts of [refused, input, failed]) expect(Object.keys(texts)).toEqual(Object.keys(texts).sort())
})

test('the generated pages are up to date: npm run docs', () => {
  for (const [path, text] of pages()) expect(readFileSync(join(root, path), 'utf8'), path).toBe(text)
})
