import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'
const migration = 'ALTER TABLE "users" ADD COLUMN "email" text;'

/** Neither drizzle-kit nor drizzle-orm compares the hash in the ledger with the file. */
export const editedAfterApplied: Rule = {
  id: 'edited-after-applied',
  area: 'history',
  level: 'error',
  fails: true,
  why: 'The database has run another text than the file has now, and will not run it again: what was added to the file never comes there, and a new database is made otherwise than this one. It is looked for where a database is named, with --database.',
  fix: 'Bring back the text that ran, and write the change as a migration of its own. Where the difference means nothing, `sluice repair --accept <tag>` keeps the new text.',
  bad: { before, migration, applied: 'ALTER TABLE "users" ADD COLUMN "mail" text;' },
  good: { before, migration, applied: migration },
  diagnoses: ['edited'],
}
