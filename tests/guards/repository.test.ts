import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './sources.ts'

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)))

test('no file knows the machine that it was written on', () => {
  const machine = /(?<![\w.~-])\/(?:home|Users|root|work|tmp)\/[\w.-]+|\b[A-Z]:\\Users\\/
  const found = files.flatMap((path) => {
    const [match] = machine.exec(readFileSync(join(root, path), 'utf8')) ?? []
    return match ? [`${path}: ${match}`] : []
  })
  expect(found).toEqual([])
})

test('the lockfile names no host', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const resolved = Object.entries<{ resolved?: string }>(lock.packages).filter(([, { resolved }]) => resolved)
  expect(resolved.map(([name]) => name)).toEqual([])
})
