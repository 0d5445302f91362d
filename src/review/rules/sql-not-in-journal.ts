import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'
const migration = 'ALTER TABLE "users" ADD COLUMN "email" text;'

export const sqlNotInJournal: Rule = {
  id: 'sql-not-in-journal',
  area: 'history',
  level: 'warn',
  why: 'A file that no entry of the journal names is run by nobody, and looks in review as if it were.',
  fix: 'Enter it with `sluice repair`, which tries it out and sets aside what has nothing to do any more. A migration of your own begins with `sluice generate --custom`.',
  bad: {
    before,
    migration,
    files: { 'drizzle/0002_index.sql': 'CREATE INDEX CONCURRENTLY "users_email_idx" ON "users" ("email");' },
  },
  good: { before, migration },
  diagnoses: ['sqlNotInJournal'],
}
