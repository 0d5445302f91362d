import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './sources.ts'

const files = execFileSync(
  'git',
  ['-c', 'safe.directory=*', 'ls-files', '--cached', '--others', '--exclude-standard'],
  { cwd: root },
)
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

interface Locked {
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const locked: readonly (readonly [path: string, entry: Locked])[] = Object.entries(
  JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages,
)

test('the lockfile names no host', () => {
  expect(locked.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([])
})

test('the lockfile holds the packages of every platform, or npm ci refuses it', () => {
  const paths = locked.map(([path]) => path)
  const missing = locked.flatMap(([, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`))),
  )
  expect(missing).toEqual([])
})
