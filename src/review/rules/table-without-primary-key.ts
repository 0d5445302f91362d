import { primaryKey } from '../../postgres/primary-key.ts'
import { acts, newConstraints, script, tableKey, tableOf } from '../acts.ts'
import type { Rule } from '../rule.ts'

/** Partitions and children have their parent's key, and tables of a type or for one session need none. */
export const tableWithoutPrimaryKey: Rule = {
  id: 'table-without-primary-key',
  area: 'design',
  level: 'warn',
  why: 'No row can be told from its double, logical replication refuses to update or delete rows of the table, and tools that change one row find none.',
  fix: 'Give it a primary key: an identity column, or the columns that are unique together.',
  bad: { before: '', migration: 'CREATE TABLE "visits" ("at" timestamptz);' },
  good: {
    before: '',
    migration: 'CREATE TABLE "visits" ("id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, "at" timestamptz);',
  },
  check: (statement) =>
    acts(statement, 'CreateStmt').flatMap(({ node, act }) => {
      const table = tableOf(node.relation)
      const borrows = node.partbound ?? node.ofTypename ?? node.inhRelations?.[0]
      if (borrows || node.relation?.relpersistence === 't') return []
      const { after, statements } = statement.migration
      const parent = tableKey(table)
      // Dropped or renamed further down: what it was called here has no key to miss.
      if (after && (!after.has(parent) || after.children(parent).some(primaryKey.is))) return []
      const isKey = ({ constraint, table: { id } }: ReturnType<typeof newConstraints>[number]) =>
        id === table.id && constraint.contype === 'CONSTR_PRIMARY'
      if (!after && statements.some((one) => newConstraints(one).some(isKey))) return []
      return [
        {
          message: `the table ${table.sql} has no primary key`,
          fix: script(`ALTER TABLE ${table.sql} ADD COLUMN "id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY`),
          offset: act.offset,
        },
      ]
    }),
}
