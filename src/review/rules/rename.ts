import { column, columnKey } from '../../postgres/column.ts'
import { sqlType } from '../../postgres/column-type.ts'
import { ident, literal } from '../../postgres/sql/quote.ts'
import { acts, batches, script, stands, strings, tableOf } from '../acts.ts'
import type { NodeOf } from '../parse.ts'
import type { Found, Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'

/** Names that running code uses: of tables, views, columns, schemas and enum values. Those of constraints and indexes it does not. */
export const rename: Rule = {
  id: 'rename',
  area: 'loss',
  level: 'warn',
  why: 'Code that runs while the migration is applied, and what is rolled back to, knows only the old name and fails.',
  fix: 'Expand and contract: let both names work until no code uses the old one. For a table a view under the old name does; for a column, a second column that a trigger keeps equal.',
  bad: { before, migration: 'ALTER TABLE "users" RENAME TO "accounts";' },
  good: {
    before,
    migration: script(
      'ALTER TABLE "users" RENAME TO "accounts"',
      'CREATE VIEW "users" WITH (security_invoker = true) AS SELECT * FROM "accounts"',
    ),
    postgres: 15,
  },
  check: (statement) => [
    ...acts(statement, 'RenameStmt').flatMap(({ node, act }) =>
      told(statement, node).map((found) => ({ ...found, offset: act.offset })),
    ),
    ...acts(statement, 'AlterEnumStmt').flatMap(({ node, act }) => {
      if (node.oldVal === undefined) return []
      const type = strings(node.typeName).map(ident).join('.')
      return [
        {
          message: `the value ${literal(node.oldVal)} of ${type} is called ${literal(node.newVal ?? '')}, and running code writes and expects the old one`,
          fix: script(`ALTER TYPE ${type} ADD VALUE ${literal(node.newVal ?? '')} AFTER ${literal(node.oldVal)}`),
          offset: act.offset,
        },
      ]
    }),
  ],
}

function told(statement: Statement, node: NodeOf<'RenameStmt'>): readonly Found[] {
  const { renameType, newname = '', subname = '' } = node
  const table = tableOf(node.relation)
  const says = (what: string) => `${what} is called ${ident(newname)}, and running code knows only the old name`
  if (renameType === 'OBJECT_SCHEMA')
    return [{ message: says(`the schema ${ident(subname)}`), fix: script(`CREATE SCHEMA ${ident(newname)}`) }]
  const keeps = statement.transaction.statements.some((one) =>
    acts(one, 'ViewStmt').some(({ node }) => tableOf(node.view).id === table.id),
  )
  if (!node.relation || !stands(statement, table) || keeps) return []
  if (renameType === 'OBJECT_TABLE' || renameType === 'OBJECT_VIEW' || renameType === 'OBJECT_MATVIEW') {
    const to = `${ident(table.schema)}.${ident(newname)}`
    const invoker = statement.migration.postgres >= 15 ? ' WITH (security_invoker = true)' : ''
    const view = `CREATE VIEW ${table.sql}${invoker} AS SELECT * FROM ${to}`
    return [{ message: says(table.sql), fix: script(`ALTER TABLE ${table.sql} RENAME TO ${ident(newname)}`, view) }]
  }
  if (renameType !== 'OBJECT_COLUMN') return []
  if (node.relationType !== 'OBJECT_TABLE')
    return [
      {
        message: says(`the column ${table.sql}.${ident(subname)}`),
        fix: `CREATE OR REPLACE VIEW ${table.sql} AS <the same query, with ${ident(newname)} as one more column at the end>;`,
      },
    ]
  const standing = statement.migration.before?.get(columnKey(table.schema, table.name, subname))
  const type = column.is(standing) ? sqlType(standing.attrs) : '<type>'
  const [old, next] = [ident(subname), ident(newname)]
  return [
    {
      message: says(`the column ${table.sql}.${old}`),
      fix: script(
        `ALTER TABLE ${table.sql} ADD COLUMN ${next} ${type}`,
        '-- a trigger that keeps both equal for rows that are written from now on, and then',
        ...batches(table, `${next} = ${old}`, `${next} IS DISTINCT FROM ${old}`),
        '-- and in the release after the one that stops using the old name:',
        `ALTER TABLE ${table.sql} DROP COLUMN ${old}`,
      ),
    },
  ]
}
