import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './sources.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

test('docs/stack.md names every dependency, with its version and licence', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'))
  const installed = Object.entries<string>({ ...dependencies, ...devDependencies }).map(([name, version]) => {
    const { license } = JSON.parse(read(`node_modules/${name}/package.json`))
    // An alias is named after what it stands for: npm:drizzle-orm@0.40.0
    return `${name} ${version.replace(/^npm:.*@/, '')} ${license}`
  })
  const told = [...read('docs/stack.md').matchAll(/^\| (\S+) \| (\d\S*) \| (.+?) \| \S.* \|$/gm)]
  expect(told.map(([, ...cells]) => cells.join(' ')).toSorted()).toEqual(installed.toSorted())
})
