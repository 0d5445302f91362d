import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'
const add = 'ALTER TABLE "users" ADD COLUMN "age" integer;'

export const transactionControl: Rule = {
  id: 'transaction-control',
  area: 'correctness',
  level: 'warn',
  why: 'Whoever applies the migration has begun a transaction already. BEGIN in it is a warning, and COMMIT ends it early: what comes after, the entry in the ledger too, is no longer one with the migration.',
  fix: 'Leave BEGIN and COMMIT out. Where a commit is meant, a line that says -- sluice:commit makes one.',
  bad: { before, migration: `BEGIN;\n${add}\nCOMMIT;` },
  good: { before, migration: add },
  check: ({ mode, text }) =>
    mode === 'begin' || mode === 'commit' || mode === 'rollback'
      ? [{ message: `the file controls the transaction itself: ${text}`, fix: '-- sluice:commit' }]
      : [],
}
