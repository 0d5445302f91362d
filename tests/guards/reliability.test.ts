import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './sources.ts'

test('every test that docs/reliability.md names is there', () => {
  const rows = readFileSync(join(root, 'docs/reliability.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
  const found = rows.flatMap((row) =>
    [...row.matchAll(/((?:\*[^*]+\*(?: and )?)+) in \[[^\]]+\]\(\.\.\/(tests\/[^)]+)\)/g)].flatMap(
      ([, names = '', path = '']) => {
        const text = readFileSync(join(root, path), 'utf8')
        return [...names.matchAll(/\*([^*]+)\*/g)].map(([, name = '']) => ({ path, name, there: text.includes(name) }))
      },
    ),
  )
  expect(found.length).toBeGreaterThan(rows.length - 10)
  expect(found.filter(({ there }) => !there)).toEqual([])
  const named = rows.filter((row) => row !== '| fault | outcome | test |')
  expect(named.filter((row) => !/\*[^*]+\* in \[/.test(row))).toEqual([])
})
