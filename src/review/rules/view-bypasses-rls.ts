import { acts, all, only, script, strings, type TableName, tableOf } from '../acts.ts'
import { withInvoker } from '../keywords.ts'
import type { NodeOf } from '../parse.ts'
import { isSecured } from '../policies.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE TABLE "notes" ("id" bigint PRIMARY KEY, "owner" text);
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;`

/** A view reads with its owner's rights unless it is told otherwise, which 15 and later understand (manual, CREATE VIEW). */
export const viewBypassesRls: Rule = {
  id: 'view-bypasses-rls',
  area: 'rls',
  level: 'error',
  why: 'A view reads its tables with the rights of its owner, whom their policies do not bind: whoever may read the view sees every row.',
  fix: 'Make it WITH (security_invoker = true), from Postgres 15 on; before, let only those read it who may see all rows.',
  bad: { before, migration: 'CREATE VIEW "titles" AS SELECT "id" FROM "notes";' },
  good: {
    before,
    migration: 'CREATE VIEW "titles" WITH (security_invoker = true) AS SELECT "id" FROM "notes";',
    postgres: 15,
  },
  check: (statement) =>
    acts(statement, 'ViewStmt').flatMap(({ node, act }) => {
      const secured = isInvoker(node)
        ? []
        : tablesIn(node.query).filter((table) => isSecured(statement.migration, table))
      if (secured.length === 0) return []
      const { sql } = tableOf(node.view)
      const names = [...new Set(secured.map((table) => table.sql))].join(', ')
      const fix = script(withInvoker(act.text))
      const before15 = '-- from Postgres 15 on; before, grant SELECT on it to those alone who may see every row:'
      return [
        {
          message: `the view ${sql} shows every row of ${names} to whoever may read it, whatever the policies say`,
          fix: statement.migration.postgres >= 15 ? fix : `${before15}\n${fix}`,
          offset: act.offset,
        },
      ]
    }),
}

/** `security_invoker` alone means that it is on. */
const isInvoker = ({ options }: NodeOf<'ViewStmt'>): boolean =>
  all(options, 'DefElem').some(({ defname, arg }) => {
    const said = strings(arg ? [arg] : []).at(-1) ?? String(only(arg, 'Integer')?.ival ?? 1)
    return defname === 'security_invoker' && !/^(?:false|off|no|0)$/i.test(said)
  })

/** What a query reads from, wherever in it. */
function tablesIn(tree: unknown): readonly TableName[] {
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([name, inner]) =>
    name === 'RangeVar' ? [tableOf(inner as NodeOf<'RangeVar'>)] : tablesIn(inner),
  )
}
