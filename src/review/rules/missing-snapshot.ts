import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'
const migration = 'ALTER TABLE "users" ADD COLUMN "email" text;'

/** drizzle-kit takes the last snapshot by name for the state of the schema. */
export const missingSnapshot: Rule = {
  id: 'missing-snapshot',
  area: 'history',
  level: 'warn',
  why: 'The next migration is counted from the newest snapshot. Where the newest migration has none, its changes are made once more by the next one, which then fails; nobody can tell any more what state an older one led to.',
  fix: 'Bring the file back from git, or have it made from the migrations: `sluice repair`. An empty migration has its snapshot from `sluice generate --custom`.',
  bad: { before, migration, files: { 'drizzle/meta/0001_snapshot.json': null } },
  good: { before, migration },
  diagnoses: ['snapshotMissing', 'snapshotUnreadable'],
}
