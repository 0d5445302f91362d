import type { Rule } from '../rule.ts'

const before = '-- nothing yet'
const migration = 'SELECT 1;'
const snapshot = JSON.stringify({
  id: '22222222-2222-4222-8222-222222222222',
  prevId: '00000000-0000-0000-0000-000000000000',
  version: '7',
  dialect: 'postgresql',
  ...{ tables: {}, enums: {}, schemas: {}, sequences: {}, roles: {}, policies: {}, views: {} },
  _meta: { schemas: {}, tables: {}, columns: {} },
})

/** Of what two branches have written from one state; drizzle-kit 1.0 allows it where they touch different things. */
export const forkedSnapshot: Rule = {
  id: 'forked-snapshot',
  area: 'history',
  level: 'warn',
  why: 'Two migrations start from the same state: two branches were merged, and neither snapshot holds what the other one changed. drizzle-kit refuses the folder, and what the next migration is counted from lacks one of the changes.',
  fix: 'Put the one that is not applied yet on top of the other: `sluice rebase`, or `sluice repair`.',
  bad: { before, migration, files: { 'drizzle/meta/0001_snapshot.json': snapshot } },
  good: { before, migration },
  diagnoses: ['forked', 'branchesConflict'],
}
