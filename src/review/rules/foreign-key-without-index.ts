import { impliedName } from '../../postgres/implied-name.ts'
import { index } from '../../postgres/index.ts'
import { ident } from '../../postgres/sql/quote.ts'
import type { Key } from '../../schema/object.ts'
import { acts, all, at, newConstraints, script, stands, strings, type TableName, tableKey, tableOf } from '../acts.ts'
import { buildBeside, type Create } from '../partitions.ts'
import type { Rule } from '../rule.ts'
import type { Reviewed } from '../statement.ts'

const before = `CREATE TABLE "users" ("id" bigint PRIMARY KEY);
CREATE TABLE "orders" ("id" bigint PRIMARY KEY, "user_id" bigint);`
const add = `ALTER TABLE "orders" ADD CONSTRAINT "orders_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id") NOT VALID;`

/** Postgres builds no index for the referring side of a foreign key (manual 5.5.5). */
export const foreignKeyWithoutIndex: Rule = {
  id: 'foreign-key-without-index',
  area: 'design',
  level: 'info',
  why: 'Whenever a referenced row is deleted or its key changes, Postgres looks for the rows that refer to it. Without an index it reads the whole table each time, and so does every join from that side.',
  fix: 'Create an index that begins with the columns of the foreign key.',
  bad: { before, migration: add },
  good: {
    before,
    migration: `${add}\nCREATE INDEX CONCURRENTLY "orders_user_id_idx" ON "orders" ("user_id");`,
  },
  check: (statement) =>
    newConstraints(statement).flatMap(({ table, constraint, column, act }) => {
      if (constraint.contype !== 'CONSTR_FOREIGN') return []
      const columns = column === null ? strings(constraint.fk_attrs) : [column]
      if (isIndexed(statement.migration, table, columns)) return []
      const list = columns.map(ident).join(', ')
      const create: Create = ({ name, on, concurrently }) =>
        `CREATE INDEX${concurrently ? ' CONCURRENTLY' : ''} ${name} ON ${on} (${list})`
      const name = impliedName(table.name, columns.join('_'), 'idx')
      return [
        {
          message: `no index of ${table.sql} begins with ${list}, by which its foreign key is looked up`,
          fix: script(
            ...(stands(statement, table)
              ? buildBeside(statement, table, name, create)
              : [create({ name: ident(name), on: table.sql, concurrently: false })]),
          ),
          offset: at(act, constraint.location),
        },
      ]
    }),
}

/** Does an index, or the index of a key, begin with these columns in any order? */
function isIndexed({ after, statements }: Reviewed, table: TableName, columns: readonly string[]): boolean {
  const covers = (leading: readonly (string | null)[]) => {
    const first = leading.slice(0, columns.length)
    return columns.every((column) => first.includes(column))
  }
  const parent = tableKey(table)
  if (after?.has(parent)) {
    const nameOf = (k: Key | null) => (k === null ? null : (after.get(k)?.id.name ?? null))
    return after.children(parent).some((object) => {
      if (index.is(object))
        return object.attrs.where === null && covers(object.attrs.parts.map(({ column }) => nameOf(column)))
      const keys =
        object.kind === 'primaryKey' || object.kind === 'unique' ? (object.attrs.columns as readonly Key[]) : []
      return keys.length > 0 && covers(keys.map(nameOf))
    })
  }
  const ofIndexes = statements
    .flatMap((one) => acts(one, 'IndexStmt'))
    .filter(({ node }) => tableOf(node.relation).id === table.id && !node.whereClause)
    .map(({ node }) => all(node.indexParams, 'IndexElem').map(({ name = null }) => name))
  const ofKeys = statements
    .flatMap(newConstraints)
    .filter((one) => one.table.id === table.id && /PRIMARY|UNIQUE/.test(one.constraint.contype ?? ''))
    .map(({ constraint, column }) => (column === null ? strings(constraint.keys) : [column]))
  return [...ofIndexes, ...ofKeys].some(covers)
}
