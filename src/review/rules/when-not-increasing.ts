import { exampleJournal } from '../example-journal.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'
const migration = 'ALTER TABLE "users" ADD COLUMN "email" text;'
const journal = exampleJournal({ idx: 0, when: 1764000000001 }, { idx: 1, when: 1763000000001 })

/** drizzle-orm's migrate() runs the entries whose `when` is greater than the greatest in the ledger. */
export const whenNotIncreasing: Rule = {
  id: 'when-not-increasing',
  area: 'history',
  level: 'warn',
  why: 'drizzle-orm runs only what is dated after the newest migration that the database has. This one is dated before an earlier one, so it is passed over without a word wherever that one has run. `sluice migrate` tells migrations by what they are, and runs it.',
  fix: 'Give it a time after the one before it: `sluice repair`, or `sluice rebase` where it came from another branch.',
  bad: { before, migration, files: { 'drizzle/meta/_journal.json': journal } },
  good: { before, migration },
  diagnoses: ['whenOutOfOrder'],
}
