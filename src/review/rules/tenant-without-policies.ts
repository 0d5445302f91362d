import { columnKey, column as columns } from '../../postgres/column.ts'
import { ident } from '../../postgres/sql/quote.ts'
import { acts, named, newColumns, only, script, strings, type TableName } from '../acts.ts'
import type { Act } from '../parse.ts'
import { commands, isSecured, type Policy, policiesOf, speaksOf } from '../policies.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const config = { tenant: { column: 'tenant_id', role: 'app' } }
const mine = `"tenant_id" = (SELECT current_setting('app.tenant')::bigint)`
const create = `CREATE TABLE "notes" ("id" bigint PRIMARY KEY, "tenant_id" bigint);
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;`
const select = `CREATE POLICY "notes_select" ON "notes" FOR SELECT TO "app" USING (${mine});`

/** Silent until a project says in its config which column tells tenants apart, and as which role requests run. */
export const tenantWithoutPolicies: Rule = {
  id: 'tenant-without-policies',
  area: 'rls',
  level: 'error',
  why: 'The table holds rows of several tenants. For a command without a policy requests find nothing and change nothing; without row-level security they find the rows of all tenants.',
  fix: 'Enable row-level security, and write a policy for each of SELECT, INSERT, UPDATE and DELETE for the role that requests run as.',
  bad: { before: '', migration: `${create}\n${select}`, config },
  good: {
    before: '',
    migration: `${create}
${select}
CREATE POLICY "notes_insert" ON "notes" FOR INSERT TO "app" WITH CHECK (${mine});
CREATE POLICY "notes_update" ON "notes" FOR UPDATE TO "app" USING (${mine}) WITH CHECK (${mine});
CREATE POLICY "notes_delete" ON "notes" FOR DELETE TO "app" USING (${mine});`,
    config,
  },
  check(statement) {
    const { tenant } = statement.migration.conventions
    if (!tenant) return []
    return touched(statement, tenant.column).flatMap(({ table, act }) => {
      const secured = isSecured(statement.migration, table)
      const policies = policiesOf(statement.migration, table).filter(({ permissive }) => permissive)
      const missing = commands.filter(
        (command) => !policies.some((one) => speaksOf(one, { command, roles: [tenant.role] })),
      )
      if (secured === null || (missing.length === 0 && secured)) return []
      const names = missing.map((one) => one.toUpperCase()).join(', ')
      const says = [
        ...(secured ? [] : ['row-level security is off']),
        ...(missing.length > 0 ? [`no policy of ${ident(tenant.role)} speaks of ${names}`] : []),
      ]
      const condition =
        policies.map(({ using, withCheck }) => using ?? withCheck).find((text) => text !== null) ??
        `${ident(tenant.column)} = <the tenant that asks>`
      return [
        {
          message: `${table.sql} has ${ident(tenant.column)}, and ${says.join(', and ')}`,
          fix: script(
            ...(secured ? [] : [`ALTER TABLE ${table.sql} ENABLE ROW LEVEL SECURITY`]),
            ...missing.map((command) => policyFor(command, table, tenant.role, condition)),
          ),
          offset: act.offset,
        },
      ]
    })
  },
}

function policyFor(command: Policy['command'], table: TableName, role: string, condition: string): string {
  const name = ident(`${table.name}_${command}`)
  const using = command === 'insert' ? '' : ` USING (${condition})`
  const check = command === 'insert' || command === 'update' ? ` WITH CHECK (${condition})` : ''
  return `CREATE POLICY ${name} ON ${table.sql} FOR ${command.toUpperCase()} TO ${ident(role)}${using}${check}`
}

/** The tables of tenants that a statement makes one, or takes a policy from. */
function touched(statement: Statement, name: string): readonly { readonly table: TableName; readonly act: Act }[] {
  const { after } = statement.migration
  const dropped = acts(statement, 'DropStmt').flatMap(({ node, act }) =>
    node.removeType !== 'OBJECT_POLICY'
      ? []
      : (node.objects ?? []).map((object) => {
          const names = strings(only(object, 'List')?.items)
          return { table: named(names.at(-3), names.at(-2)), act }
        }),
  )
  return [
    ...newColumns(statement)
      .filter(({ column }) => column.colname === name)
      .map(({ table, act }) => ({ table, act })),
    ...dropped.filter(({ table }) => columns.is(after?.get(columnKey(table.schema, table.name, name)))),
  ]
}
