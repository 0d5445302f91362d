import { column, columnKey } from '../../postgres/column.ts'
import { sqlType } from '../../postgres/column-type.ts'
import { dotted, ident, literal } from '../../postgres/sql/quote.ts'
import { acts, batches, script, stands, strings, type TableName, tableOf } from '../acts.ts'
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
    ...acts(statement, 'AlterObjectSchemaStmt').flatMap(({ node, act }) =>
      moved(statement, node).map((found) => ({ ...found, offset: act.offset })),
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
  if (!node.relation || !stands(statement, table) || isKept(statement, table)) return []
  if (isRelation(renameType)) {
    const view = viewOf(statement, table, dotted(table.schema, newname))
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

function moved(statement: Statement, node: NodeOf<'AlterObjectSchemaStmt'>): readonly Found[] {
  const { objectType, relation, newschema = '' } = node
  const table = tableOf(relation)
  if (!isRelation(objectType) || !stands(statement, table) || isKept(statement, table)) return []
  const to = dotted(newschema, table.name)
  return [
    {
      message: `${table.sql} is called ${to}, and running code knows only the old name`,
      fix: script(`ALTER TABLE ${table.sql} SET SCHEMA ${ident(newschema)}`, viewOf(statement, table, to)),
    },
  ]
}

const isRelation = (type: NodeOf<'RenameStmt'>['renameType']): boolean =>
  type === 'OBJECT_TABLE' || type === 'OBJECT_VIEW' || type === 'OBJECT_MATVIEW'

/** A view takes the name over. */
const isKept = ({ transaction }: Statement, { id }: TableName): boolean =>
  transaction.statements.some((one) => acts(one, 'ViewStmt').some(({ node }) => tableOf(node.view).id === id))

function viewOf({ migration: { postgres } }: Statement, { sql }: TableName, to: string): string {
  const invoker = postgres >= 15 ? ' WITH (security_invoker = true)' : ''
  return `CREATE VIEW ${sql}${invoker} AS SELECT * FROM ${to}`
}
