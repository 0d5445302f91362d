import { expect, test } from 'vitest'
import { rules } from '../../src/review/rules/index.ts'
import { embedded } from '../harness/embedded.ts'
import { reviewed } from '../harness/review.ts'

const database = embedded()

test('the ids are unique, and told in lower case with hyphens', () => {
  const ids = rules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
})

test.for(rules)('$id finds its bad example, and no other rule does', async ({ id, bad }) => {
  const { findings } = await reviewed(database.connection, bad)
  expect([...new Set(findings.map(({ rule }) => rule))]).toEqual([id])
})

test.for(rules)('no rule finds anything in the good example of $id', async ({ good }) => {
  const { findings } = await reviewed(database.connection, good)
  expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
})
