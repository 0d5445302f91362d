import { ident } from '../../postgres/sql/quote.ts'
import { acts, only, script, tableOf } from '../acts.ts'
import type { Node } from '../parse.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE TABLE "notes" ("id" bigint PRIMARY KEY, "owner" text);
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;`

/** Permissive policies are joined with OR (manual, CREATE POLICY), so one that is true makes the others idle. */
export const policyUsingTrue: Rule = {
  id: 'policy-using-true',
  area: 'rls',
  level: 'warn',
  why: 'The policy lets through every row, and since permissive policies are joined with OR, the others of the same command no longer limit anything.',
  fix: 'Say which rows the role may see or write. Where all of them are meant, say so where it stands.',
  bad: { before, migration: 'CREATE POLICY "notes_select" ON "notes" FOR SELECT USING (true);' },
  good: { before, migration: 'CREATE POLICY "notes_select" ON "notes" FOR SELECT USING ("owner" = current_user);' },
  check: (statement) =>
    [...acts(statement, 'CreatePolicyStmt'), ...acts(statement, 'AlterPolicyStmt')].flatMap(({ node, act }) => {
      if ('permissive' in node === false && 'cmd_name' in node) return []
      const open = [isTrue(node.qual) && 'USING (true)', isTrue(node.with_check) && 'WITH CHECK (true)'].filter(Boolean)
      if (open.length === 0) return []
      const table = tableOf(node.table)
      const name = ident(node.policy_name ?? '')
      return [
        {
          message: `the policy ${name} lets through every row of ${table.sql}: ${open.join(', ')}`,
          fix: script(`ALTER POLICY ${name} ON ${table.sql} ${open.join(' ').replaceAll('true', '<which rows>')}`),
          offset: act.offset,
        },
      ]
    }),
}

const isTrue = (node: Node | undefined): boolean => only(node, 'A_Const')?.boolval?.boolval === true
