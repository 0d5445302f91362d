import { refusalOf } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'

/** undefined_table, undefined_column, undefined_function, undefined_object, invalid_schema_name */
const states = ['42P01', '42703', '42883', '42704', '3F000']

export const missingObject: Rule = {
  id: 'missing-object',
  area: 'correctness',
  level: 'error',
  fails: true,
  why: 'The statement names something that is not there where the migrations before it lead to: it fails on every database that they made.',
  fix: 'Correct the name, or make the object in an earlier migration.',
  bad: { before, migration: 'ALTER TABLE "users" ALTER COLUMN "emial" SET DEFAULT 1;' },
  good: { before, migration: 'ALTER TABLE "users" ALTER COLUMN "id" SET DEFAULT 1;' },
  check: (statement) => {
    const refusal = refusalOf(statement)
    if (!refusal || !states.includes(refusal.state)) return []
    const { message, offset } = refusal
    return [{ message, fix: '-- correct the name, or make the object before this statement', offset }]
  },
}
