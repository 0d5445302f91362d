import { ident } from '../../postgres/sql/quote.ts'
import { acts, script } from '../acts.ts'
import { indexSql, usualName } from '../index-text.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text);'
const config = { rules: { 'not-re-runnable': 'warn' } } as const

/** Off until a project turns it on: `sluice migrate` resumes at the statement, and mends the index that was left. */
export const notReRunnable: Rule = {
  id: 'not-re-runnable',
  area: 'correctness',
  level: 'off',
  why: 'The statement commits by itself. Where one after it fails, the migration is run again and stops here, at what is there already.',
  fix: 'Say IF [NOT] EXISTS. An index that was cut off is invalid, and IF NOT EXISTS takes it as it is: drop it first. `sluice migrate` goes on where it stopped; turn this rule on where something else applies the migrations.',
  bad: { before, migration: 'CREATE INDEX CONCURRENTLY "users_email_idx" ON "users" ("email");', config },
  good: {
    before,
    migration: script(
      'DROP INDEX CONCURRENTLY IF EXISTS "users_email_idx"',
      'CREATE INDEX CONCURRENTLY IF NOT EXISTS "users_email_idx" ON "users" ("email")',
    ),
    config,
  },
  check: (statement) => {
    if (statement.mode !== 'alone') return []
    return [...acts(statement, 'IndexStmt'), ...acts(statement, 'DropStmt')].flatMap(({ node, act }) => {
      const guarded = 'if_not_exists' in node ? node.if_not_exists : 'missing_ok' in node && node.missing_ok
      if (guarded) return []
      const sql =
        'indexParams' in node
          ? indexSql({ node, act }, { name: ident(node.idxname ?? usualName(node)), guarded: true })
          : act.text.replace(/\bCONCURRENTLY\b/i, 'CONCURRENTLY IF EXISTS')
      return [{ message: 'it commits by itself, and fails when the migration is run a second time', fix: script(sql) }]
    })
  },
}
