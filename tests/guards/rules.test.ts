import { expect, test } from 'vitest'
import type { Example, Rule } from '../../src/review/rule.ts'
import { rules } from '../../src/review/rules/index.ts'
import { embedded } from '../harness/embedded.ts'
import { reviewed, reviewedProject } from '../harness/review.ts'

const database = embedded()

test('the ids are unique, and told in lower case with hyphens', () => {
  const ids = rules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
})

/** A project takes a second, and many rules have the same one for what is good. */
const projects = new Map<string, ReturnType<typeof reviewedProject>>()

async function findingsOf({ area }: Rule, example: Example) {
  if (area !== 'history') return (await reviewed(database.connection, example)).findings
  const text = JSON.stringify(example)
  const known = projects.get(text) ?? reviewedProject(database.connection, example)
  projects.set(text, known)
  return known
}

test.for(rules)('$id finds its bad example, and no other rule does', async (one) => {
  const findings = await findingsOf(one, one.bad)
  expect([...new Set(findings.map(({ rule }) => rule))]).toEqual([one.id])
})

test.for(rules)('no rule finds anything in the good example of $id', async (one) => {
  const findings = await findingsOf(one, one.good)
  expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
})
