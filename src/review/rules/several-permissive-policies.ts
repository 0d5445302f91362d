import { ident } from '../../postgres/sql/quote.ts'
import { acts, script, type TableName, tableOf } from '../acts.ts'
import { type Policy, policiesOf, policyOf, speaksOf } from '../policies.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const before = `CREATE TABLE "notes" ("id" bigint PRIMARY KEY, "owner" text, "published" boolean);
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own" ON "notes" FOR SELECT USING ("owner" = current_user);`

/** As Supabase's linter has it (0006_multiple_permissive_policies). */
export const severalPermissivePolicies: Rule = {
  id: 'several-permissive-policies',
  area: 'rls',
  level: 'warn',
  why: 'Permissive policies are joined with OR, so the conditions of all of them are looked at for every row of every query, and no single one says who may see what.',
  fix: 'Write one policy for each role and command, with OR in its condition.',
  bad: { before, migration: 'CREATE POLICY "published" ON "notes" FOR SELECT USING ("published");' },
  good: {
    before,
    migration: 'ALTER POLICY "own" ON "notes" USING ("owner" = current_user OR "published");',
  },
  check: (statement) =>
    acts(statement, 'CreatePolicyStmt').flatMap(({ node, act }) => {
      const table = tableOf(node.table)
      const own = policyOf(node)
      const standing = policiesOf(statement.migration, table)
      const other = standing.find(
        (one) => one.permissive && one.name !== own.name && speaksOf(one, own) && !isLater(one, table, statement),
      )
      if (!own.permissive || !other || !standing.some(({ name }) => name === own.name)) return []
      const known = standing.find(({ name }) => name === own.name)!
      const command = own.command === 'all' ? other.command : own.command
      return [
        {
          message: `the policies ${ident(other.name)} and ${ident(own.name)} of ${table.sql} both speak of ${command === 'all' ? 'all commands' : command.toUpperCase()} for the same role`,
          fix: joined(known, other, table),
          offset: act.offset,
        },
      ]
    }),
}

/** Does the migration make it after this statement? */
const isLater = ({ name }: Policy, { id }: TableName, { migration: { statements }, number }: Statement): boolean =>
  statements
    .slice(number)
    .some((one) =>
      acts(one, 'CreatePolicyStmt').some(({ node }) => node.policy_name === name && tableOf(node.table).id === id),
    )

/** One policy in place of two, where both speak of the same. */
function joined(own: Policy, other: Policy, { sql }: TableName): string {
  const isSame = own.command === other.command && own.roles.join() === other.roles.join()
  const either = (a: string | null, b: string | null, word: string) => (a && b ? [`${word} ((${b}) OR (${a}))`] : [])
  const parts = [
    ...either(own.using, other.using, 'USING'),
    ...either(own.withCheck ?? own.using, other.withCheck ?? other.using, 'WITH CHECK').filter(
      () => own.withCheck ?? other.withCheck,
    ),
  ]
  if (!isSame || parts.length === 0)
    return `-- let each of them speak of commands and roles that the other does not:\n${script(`DROP POLICY ${ident(own.name)} ON ${sql}`)}`
  return script(
    `ALTER POLICY ${ident(other.name)} ON ${sql} ${parts.join(' ')}`,
    `DROP POLICY ${ident(own.name)} ON ${sql}`,
  )
}
