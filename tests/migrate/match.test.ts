import { expect, test } from 'vitest'
import type { Entry } from '../../src/migrate/ledger.ts'
import { match } from '../../src/migrate/match.ts'
import { hashText } from '../../src/schema/hash.ts'
import { type Files, folderOf } from '../harness/migrations.ts'

const row = (hash: string, createdAt: number | null, name: string | null = null): Entry => ({ hash, createdAt, name })

/** `tag: reason` for each migration with a row, and how many rows are left. */
const outcome = (files: Files, entries: readonly Entry[]) => {
  const { matched, missing } = match(folderOf(files).migrations, entries)
  return [...[...matched.values()].map(({ migration, by }) => `${migration.tag}: ${by}`).sort(), missing.length]
}

const files = { '0000_a': 'select 1;\n', '0001_b': 'select 2;\n' }
const [a, b] = [hashText(files['0000_a']), hashText(files['0001_b'])]

test('time and hash', () => {
  expect(outcome(files, [row(a, 1000), row(b, 2000)])).toEqual(['0000_a: hash', '0001_b: hash', 0])
})

test('time alone is an edited file', () => {
  expect(outcome(files, [row(a, 1000), row(hashText('old'), 2000)])).toEqual(['0000_a: hash', '0001_b: edited', 0])
})

test('hash alone is a file whose time was changed', () => {
  expect(outcome(files, [row(a, 1000), row(b, 1500)])).toEqual(['0000_a: hash', '0001_b: restamped', 0])
})

test('the tag as hash or name is a row that somebody wrote by hand', () => {
  expect(outcome(files, [row('0000_a', null), row('x', 7, '0001_b')])).toEqual(['0000_a: marked', '0001_b: marked', 0])
  expect(outcome(files, [row('0000_a', 1000)])).toEqual(['0000_a: marked', 0])
})

test('line ends do not make an edited file, in either direction', () => {
  const crlf = (text: string) => text.replaceAll('\n', '\r\n')
  const windows = { '0000_a': crlf(files['0000_a']), '0001_b': crlf(files['0001_b']) }
  expect(outcome(windows, [row(a, 1000), row(b, 9)])).toEqual(['0000_a: hash', '0001_b: restamped', 0])
  const [left, right] = [hashText(windows['0000_a']), hashText(windows['0001_b'])]
  expect(outcome(files, [row(left, 1000), row(right, 9)])).toEqual(['0000_a: hash', '0001_b: restamped', 0])
})

test('one row stands for one migration: of two equal files, one is applied', () => {
  const custom = { '0000_a': '--', '0001_b': '--', '0002_c': '--' }
  expect(outcome(custom, [row(hashText('--'), 2000)])).toEqual(['0001_b: hash', 0])
  expect(outcome(custom, [row(hashText('--'), 7), row(hashText('--'), 8)])).toEqual([
    '0000_a: restamped',
    '0001_b: restamped',
    0,
  ])
})

test('two entries of one time are told apart by their hash', () => {
  const twins = { '0000_a': { sql: 'a', when: 5 }, '0001_b': { sql: 'b', when: 5 } }
  expect(outcome(twins, [row(hashText('b'), 5)])).toEqual(['0001_b: hash', 0])
})

test('rows that fit nothing are missing', () => {
  expect(outcome(files, [row('f'.repeat(64), 3000), row(a, 1000)])).toEqual(['0000_a: hash', 1])
})

test('a thousand foreign rows are compared with a thousand migrations without trying each with each', () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`m${i}`, `select ${i};\n`]))
  const foreign = Array.from({ length: 1000 }, (_, i) => row(hashText(`other ${i}`), i + 0.5))
  expect(outcome(many, foreign)).toEqual([1000])
})
