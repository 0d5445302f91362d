import { refusalOf } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'

/** What other rules tell in their own words: a missing object, syntax, an enum value, CONCURRENTLY in a transaction. */
const told = ['42P01', '42703', '42883', '42704', '3F000', '42601', '55P04', '25001']

export const doesNotRun: Rule = {
  id: 'does-not-run',
  area: 'correctness',
  level: 'error',
  fails: true,
  why: 'Postgres refuses the statement where the migrations before it lead to, even without a row in any table: it fails on every database that they made.',
  fix: 'Correct what the message names.',
  bad: { before, migration: 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);' },
  good: { before, migration: 'CREATE TABLE IF NOT EXISTS "users" ("id" bigint PRIMARY KEY);' },
  check: (statement) => {
    const refusal = refusalOf(statement)
    if (!refusal || told.includes(refusal.state)) return []
    const { message, offset } = refusal
    return [{ message, fix: '-- correct what the message names', offset }]
  },
}
