import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'

/** Told by running the migration and holding what it made against its snapshot; a stored proof that still holds has done so. */
export const snapshotDiffers: Rule = {
  id: 'snapshot-differs',
  area: 'history',
  level: 'warn',
  why: 'The SQL does not lead to the state that its snapshot says: one of them was edited, or the SQL was written for another state. The next migration is counted from the snapshot, so it changes what is not there, or leaves out what is missing.',
  fix: 'Write what is missing into the migration while it is applied nowhere; else correct it with a new one: `sluice generate --custom`.',
  bad: {
    before,
    migration: 'ALTER TABLE "users" ADD COLUMN "email" text;',
    files: { 'drizzle/0001_example.sql': 'ALTER TABLE "users" ADD COLUMN "mail" text;' },
  },
  good: { before, migration: 'ALTER TABLE "users" ADD COLUMN "email" text;' },
  diagnoses: ['historyDiffers'],
}
