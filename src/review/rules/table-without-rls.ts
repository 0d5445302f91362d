import { acts, alters, script, type TableName, tableOf } from '../acts.ts'
import type { Act } from '../parse.ts'
import { isSecured } from '../policies.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const config = { exposed: ['public'] }
const create = 'CREATE TABLE "notes" ("id" bigint PRIMARY KEY, "owner" text);'

/** As Supabase's linter has it (0013_rls_disabled_in_public). Which schemas are exposed, the config or the provider says. */
export const tableWithoutRls: Rule = {
  id: 'table-without-rls',
  area: 'rls',
  level: 'error',
  why: 'Clients reach the tables of the schema directly. Without row-level security, who may use the table at all reads and writes every row of it.',
  fix: 'Enable row-level security in the same migration, with a policy for each command that a role needs.',
  bad: { before: '', migration: create, config },
  good: {
    before: '',
    migration: `${create}
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "notes_select" ON "notes" FOR SELECT USING ("owner" = current_user);`,
    config,
  },
  check: (statement) =>
    touched(statement)
      .filter(({ table }) => statement.migration.conventions.exposed.includes(table.schema))
      .filter(({ table }) => isSecured(statement.migration, table) === false)
      .map(({ table, act }) => ({
        message: `clients reach ${table.sql}, and row-level security of it is off`,
        fix: script(`ALTER TABLE ${table.sql} ENABLE ROW LEVEL SECURITY`),
        offset: act.offset,
      })),
}

/** The tables that a statement makes, or takes row-level security from. */
const touched = (statement: Statement): readonly { readonly table: TableName; readonly act: Act }[] => [
  ...acts(statement, 'CreateStmt')
    .filter(({ node }) => node.relation?.relpersistence !== 't')
    .map(({ node, act }) => ({ table: tableOf(node.relation), act })),
  ...alters(statement, 'AT_DisableRowSecurity').map(({ table, act }) => ({ table, act })),
]
