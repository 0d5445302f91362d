import { exampleJournal } from '../example-journal.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'
const migration = 'ALTER TABLE "users" ADD COLUMN "email" text;'
const journal = exampleJournal({ idx: 0, when: 1764000000001 }, { idx: 0, when: 1764000001001 })

/** A snapshot is called after the prefix of its migration. */
export const duplicatePrefix: Rule = {
  id: 'duplicate-prefix',
  area: 'history',
  level: 'warn',
  why: 'Migrations of one prefix share one snapshot file, so the second one has overwritten the state of the first; and what is counted by idx takes the next number from the wrong one. Two branches that were merged by hand leave it behind.',
  fix: 'Give the later one a number of its own, with its snapshot: `sluice repair`, or `sluice rebase` while it is applied nowhere.',
  bad: { before, migration, files: { 'drizzle/meta/_journal.json': journal } },
  good: { before, migration },
  diagnoses: ['prefixTwice', 'idxTwice', 'tagTwice'],
}
