import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'
const migration = 'ALTER TABLE "users" ADD COLUMN "email" text;'
const entry = (idx: number, when: number, tag: string) =>
  `    { "idx": ${idx}, "version": "7", "when": ${when}, "tag": "${tag}", "breakpoints": true }`
const journal = `{
  "version": "7",
  "dialect": "postgresql",
  "entries": [
${entry(0, 1764000000001, '0000_before')},
${entry(0, 1764000001001, '0001_example')}
  ]
}`

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
