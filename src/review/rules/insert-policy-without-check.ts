import { ident } from '../../postgres/sql/quote.ts'
import { acts, script, tableOf } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE TABLE "notes" ("id" bigint PRIMARY KEY, "owner" text);
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;`

/** Without WITH CHECK no permissive policy has a condition to fulfil, and that refuses the row (add_with_check_options in rowsecurity.c). */
export const insertPolicyWithoutCheck: Rule = {
  id: 'insert-policy-without-check',
  area: 'rls',
  level: 'warn',
  why: 'A policy for INSERT lets in what its WITH CHECK says. Without one it lets in nothing: where no other policy lets the row in, the insert fails with "new row violates row-level security policy".',
  fix: 'Say in WITH CHECK which rows may be inserted.',
  bad: { before, migration: 'CREATE POLICY "notes_insert" ON "notes" FOR INSERT;' },
  good: {
    before,
    migration: 'CREATE POLICY "notes_insert" ON "notes" FOR INSERT WITH CHECK ("owner" = current_user);',
  },
  check: (statement) =>
    acts(statement, 'CreatePolicyStmt').flatMap(({ node, act }) => {
      if (node.cmd_name !== 'insert' || node.with_check) return []
      const [name, table] = [ident(node.policy_name ?? ''), tableOf(node.table)]
      return [
        {
          message: `the policy ${name} lets no row into ${table.sql}: it has no WITH CHECK`,
          fix: script(`${act.text} WITH CHECK (<which rows>)`),
          offset: act.offset,
        },
      ]
    }),
}
