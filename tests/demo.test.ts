import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('the demo runs to its end, and the README holds what it prints', { timeout: 240_000 }, () => {
  const printed = execFileSync('npm', ['run', '--silent', 'demo', '--', '--transcript'], { encoding: 'utf8' })
  const readme = readFileSync('README.md', 'utf8')
  expect(/<!-- demo -->\n```console\n(.*?)```\n<!-- \/demo -->/s.exec(readme)?.[1]).toBe(printed.trimStart())
})
