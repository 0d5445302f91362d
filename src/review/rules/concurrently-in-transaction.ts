import { acts, alters, script } from '../acts.ts'
import type { Act } from '../parse.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text);'
const create = 'CREATE INDEX CONCURRENTLY "users_email_idx" ON "users" ("email");'

/** 25001 in a transaction block, and in a DO block (PreventInTransactionBlock). */
export const concurrentlyInTransaction: Rule = {
  id: 'concurrently-in-transaction',
  area: 'locks',
  level: 'error',
  fails: true,
  why: 'Postgres refuses CONCURRENTLY inside a transaction and inside a DO block: the migration fails here every time.',
  fix: 'Let the statement stand outside of BEGIN and COMMIT: `sluice migrate` runs it by itself.',
  bad: { before, migration: `DO $$ BEGIN\n  ${create}\nEND $$;` },
  good: { before, migration: create },
  check: (statement) =>
    concurrent(statement)
      .filter(({ nested }) => nested || (statement.transaction.written && !statement.transaction.alone))
      .map(({ text, offset, nested }) => ({
        message: `CONCURRENTLY stands inside ${nested ? 'a DO block' : 'BEGIN and COMMIT'}, where Postgres refuses it`,
        fix: script(text),
        offset,
      })),
}

/** What says CONCURRENTLY and takes it seriously: REFRESH MATERIALIZED VIEW does not mind a transaction. */
const concurrent = (statement: Statement): readonly Act[] => [
  ...[...acts(statement, 'IndexStmt'), ...acts(statement, 'DropStmt')].flatMap(({ node, act }) =>
    node.concurrent ? [act] : [],
  ),
  ...acts(statement, 'ReindexStmt').flatMap(({ act }) => (/\bCONCURRENTLY\b/i.test(act.text) ? [act] : [])),
  ...alters(statement, 'AT_DetachPartition').flatMap(({ act }) => (/\bCONCURRENTLY\b/i.test(act.text) ? [act] : [])),
]
