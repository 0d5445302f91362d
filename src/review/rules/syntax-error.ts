import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'

export const syntaxError: Rule = {
  id: 'syntax-error',
  area: 'correctness',
  level: 'error',
  fails: true,
  why: "Postgres' own parser does not take the statement: it fails everywhere. Commands of psql, which begin with a backslash, are no SQL.",
  fix: 'Correct what the message names.',
  bad: { before, migration: 'ALTER TABLE "users" ADD COLUM "age" integer;' },
  good: { before, migration: 'ALTER TABLE "users" ADD COLUMN "age" integer;' },
  check: ({ problem, seen }) =>
    problem && !seen
      ? [{ message: problem.message, fix: '-- correct what the message names', offset: problem.offset }]
      : [],
}
