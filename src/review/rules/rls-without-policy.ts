import { policy } from '../../postgres/policy.ts'
import { ident } from '../../postgres/sql/quote.ts'
import { acts, alters, script, tableKey, tableOf } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "notes" ("id" bigint PRIMARY KEY, "owner" text);'
const enable = 'ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;'

/** Without a policy nothing is visible and nothing can be written (manual 5.9). */
export const rlsWithoutPolicy: Rule = {
  id: 'rls-without-policy',
  area: 'rls',
  level: 'warn',
  why: 'Row-level security without a policy lets nobody but the owner, superusers and BYPASSRLS roles see or write a row: queries of all others come back empty without an error.',
  fix: 'Create a policy for each command that a role needs, in the same migration.',
  bad: { before, migration: enable },
  good: {
    before,
    migration: `${enable}\nCREATE POLICY "own notes" ON "notes" USING ("owner" = current_user) WITH CHECK ("owner" = current_user);`,
  },
  check: (statement) =>
    alters(statement, 'AT_EnableRowSecurity').flatMap(({ table, act }) => {
      const { after, statements } = statement.migration
      const parent = tableKey(table)
      const has = after
        ? !after.has(parent) || after.children(parent).some(policy.is)
        : statements.some((one) =>
            acts(one, 'CreatePolicyStmt').some(({ node }) => tableOf(node.table).id === table.id),
          )
      if (has) return []
      return [
        {
          message: `${table.sql} has row-level security and no policy: queries of everyone but its owner come back empty`,
          fix: script(
            `CREATE POLICY ${ident(`${table.name}_select`)} ON ${table.sql} FOR SELECT TO <role> USING (<which rows>)`,
          ),
          offset: act.offset,
        },
      ]
    }),
}
