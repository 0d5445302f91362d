import { ident } from '../../postgres/sql/quote.ts'
import { acts, script, tableOf } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE ROLE "reader";
CREATE TABLE "notes" ("id" bigint PRIMARY KEY, "owner" text);
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;`
const create = 'CREATE POLICY "notes_select" ON "notes" FOR SELECT TO "reader" USING ("owner" = current_user);'

/** Policies come after privileges (manual 5.9): without a GRANT the statement is refused before any policy is looked at. */
export const missingGrant: Rule = {
  id: 'missing-grant',
  area: 'rls',
  level: 'warn',
  why: 'A policy says which rows a role may see or write, not that it may: without a GRANT on the table every query of the role ends with "permission denied". Nothing is said of roles that the migrations do not make, since what they were granted elsewhere is not known here.',
  fix: 'Grant the command that the policy speaks of, in the same migration.',
  bad: { before, migration: create },
  good: { before, migration: `${create}\nGRANT SELECT ON TABLE "notes" TO "reader";` },
  check: (statement) =>
    [...acts(statement, 'CreatePolicyStmt'), ...acts(statement, 'AlterPolicyStmt')].flatMap(({ node, act }) => {
      const table = tableOf(node.table)
      return statement.migration.sighting.ungranted
        .filter((one) => one.schema === table.schema && one.table === table.name && one.policy === node.policy_name)
        .map(({ policy, role, onTable, onSchema }) => {
          const rights = [
            ...(onTable.length > 0 ? [`${onTable.join(', ')} ON TABLE ${table.sql}`] : []),
            ...(onSchema.length > 0 ? [`${onSchema.join(', ')} ON SCHEMA ${ident(table.schema)}`] : []),
          ]
          return {
            message: `the policy ${ident(policy)} is for ${ident(role)}, which is not granted ${rights.join(', nor ')}`,
            fix: script(...rights.map((right) => `GRANT ${right} TO ${ident(role)}`)),
            offset: act.offset,
          }
        })
    }),
}
