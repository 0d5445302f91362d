import { ident } from '../../postgres/sql/quote.ts'
import { acts, alters, script, tableOf } from '../acts.ts'
import { isSecured, policiesOf } from '../policies.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "notes" ("id" bigint PRIMARY KEY, "owner" text);'
const create = 'CREATE POLICY "notes_select" ON "notes" FOR SELECT USING ("owner" = current_user);'

/** A policy does nothing until row-level security is on (manual 5.9). */
export const policyWithoutRls: Rule = {
  id: 'policy-without-rls',
  area: 'rls',
  level: 'error',
  why: 'Policies do nothing while row-level security is off: whoever may read the table reads all of it, and it looks as if it were guarded.',
  fix: 'Enable row-level security in the same migration.',
  bad: { before, migration: create },
  good: { before, migration: `ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;\n${create}` },
  check: (statement) => [
    ...acts(statement, 'CreatePolicyStmt').flatMap(({ node, act }) => {
      const table = tableOf(node.table)
      return isSecured(statement.migration, table) === false
        ? [
            {
              message: `the policy ${ident(node.policy_name ?? '')} does nothing: row-level security of ${table.sql} is off`,
              fix: script(`ALTER TABLE ${table.sql} ENABLE ROW LEVEL SECURITY`),
              offset: act.offset,
            },
          ]
        : []
    }),
    ...alters(statement, 'AT_DisableRowSecurity').flatMap(({ table, act }) => {
      const idle = policiesOf(statement.migration, table).map(({ name }) => ident(name))
      return idle.length > 0 && isSecured(statement.migration, table) === false
        ? [
            {
              message: `row-level security of ${table.sql} is off from here on, and its policies do nothing: ${idle.join(', ')}`,
              fix: script(`ALTER TABLE ${table.sql} ENABLE ROW LEVEL SECURITY`),
              offset: act.offset,
            },
          ]
        : []
    }),
  ],
}
