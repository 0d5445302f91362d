import { column } from '../../postgres/column.ts'
import { enumKey, enumType } from '../../postgres/enum.ts'
import { index } from '../../postgres/index.ts'
import { literal } from '../../postgres/sql/quote.ts'
import { type Key, keyOf } from '../../schema/object.ts'
import type { Schema } from '../../schema/schema.ts'
import { acts, named, script, strings } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE TYPE "priority" AS ENUM ('low', 'high');
CREATE TABLE "tickets" ("id" bigint PRIMARY KEY, "priority" "priority");
CREATE INDEX "tickets_priority_idx" ON "tickets" ("priority");`

/** Of types whose columns some B-tree sorts. What `generate` wrote stands in the order of the schema files. */
export const enumValueWithoutPlace: Rule = {
  id: 'enum-value-without-place',
  area: 'design',
  level: 'info',
  why: 'Values of an enum sort in the order of its definition. One that is added without BEFORE or AFTER comes last, ORDER BY and comparisons follow that, and it can never be moved.',
  fix: 'Say where it belongs, even where that is the end.',
  bad: { before, migration: `ALTER TYPE "priority" ADD VALUE 'medium';` },
  good: { before, migration: `ALTER TYPE "priority" ADD VALUE 'medium' BEFORE 'high';` },
  check: (statement) =>
    acts(statement, 'AlterEnumStmt').flatMap(({ node, act }) => {
      const { before, planned } = statement.migration
      const parts = strings(node.typeName)
      const { schema, name, sql } = named(parts.at(-2), parts.at(-1))
      const found = before?.get(enumKey(schema, name))
      const says = node.oldVal !== undefined || node.newValNeighbor !== undefined
      if (planned || says || !before || !enumType.is(found) || !isSorted(keyOf(found), before)) return []
      const [value, last] = [literal(node.newVal ?? ''), found.attrs.values.at(-1)]
      const order = found.attrs.values.map(literal).join(', ')
      const place = last === undefined ? '' : ` AFTER ${literal(last)}`
      return [
        {
          message: `${value} sorts behind all other values of ${sql}: ${order}`,
          fix: script(`ALTER TYPE ${sql} ADD VALUE ${value}${place}`),
          offset: act.offset,
        },
      ]
    }),
}

/** Is there an index that has the rows of a table in the order of a column of the type? */
const isSorted = (type: Key, schema: Schema): boolean =>
  schema
    .users(type)
    .filter(column.is)
    .some((one) => schema.users(keyOf(one)).some((user) => index.is(user) && user.attrs.method === 'btree'))
