import { type IndexAttrs, type IndexPart, index } from '../../postgres/index.ts'
import { primaryKey } from '../../postgres/primary-key.ts'
import { dotted } from '../../postgres/sql/quote.ts'
import { unique } from '../../postgres/unique.ts'
import { canonical } from '../../schema/hash.ts'
import { type Key, keyOf, type Obj } from '../../schema/object.ts'
import { acts, named, script, type TableName, tableKey, tableOf } from '../acts.ts'
import { partitionsBefore } from '../partitions.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const before = `CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text, "city" text);
CREATE INDEX "users_city_email_idx" ON "users" ("city", "email");`

/** A B-tree serves searches by its first columns (manual 11.3), so one that begins like another has nothing of its own. */
export const redundantIndex: Rule = {
  id: 'redundant-index',
  area: 'design',
  level: 'warn',
  why: 'Each insert, and most updates, write every index of the table. One whose columns another index begins with answers no query that the other does not.',
  fix: 'Leave the shorter one out, or drop it.',
  bad: { before, migration: 'CREATE INDEX CONCURRENTLY "users_city_idx" ON "users" ("city");' },
  good: { before, migration: 'CREATE INDEX CONCURRENTLY "users_email_idx" ON "users" ("email");' },
  check: (statement) =>
    acts(statement, 'IndexStmt').flatMap(({ node, act }) => {
      const { after, before } = statement.migration
      const table = tableOf(node.relation)
      const built = builtOn(table, statement)
      const own = built.find(({ name, object }) => index.is(object) && name === node.idxname)
      if (!after || !own) return []
      const drop = partitionsBefore(statement, table) ? 'DROP INDEX' : 'DROP INDEX CONCURRENTLY'
      const cover = built.find(
        (other) => other !== own && covers(other, own) && !(covers(own, other) && isLater(other, statement)),
      )
      if (cover) {
        return [
          {
            message: `all that the index ${own.sql} is good for, ${cover.sql} of ${table.sql} is already`,
            fix: `-- leave it out; where it is there already:\n${script(`${drop} ${own.sql}`)}`,
            offset: act.offset,
          },
        ]
      }
      return built
        .filter(({ object }) => index.is(object) && before?.has(keyOf(object)))
        .filter((other) => other !== own && covers(own, other))
        .map((other) => ({
          message: `all that the index ${other.sql} of ${table.sql} is good for, ${own.sql} is from now on`,
          fix: script(`${drop} ${other.sql}`),
          offset: act.offset,
        }))
    }),
}

/** An index, or that of a key. */
interface Built extends Pick<IndexAttrs, 'method' | 'unique' | 'parts' | 'include' | 'where' | 'nullsNotDistinct'> {
  readonly name: string
  readonly sql: string
  readonly object: Obj
}

/** What is built over a table once the migration has run. */
function builtOn(table: TableName, { migration: { after } }: Statement): readonly Built[] {
  const build = (object: Obj, name: string, attrs: Omit<Built, 'name' | 'sql' | 'object'>) => [
    { ...attrs, name, sql: dotted(table.schema, name), object },
  ]
  return (after?.children(tableKey(table)) ?? []).flatMap((object) => {
    if (index.is(object)) return build(object, object.id.name, object.attrs)
    if (unique.is(object)) return build(object, object.id.name, ofKey(object.attrs))
    return primaryKey.is(object)
      ? build(object, object.attrs.name, ofKey({ ...object.attrs, nullsNotDistinct: false }))
      : []
  })
}

const ofKey = (attrs: Pick<IndexAttrs, 'include' | 'nullsNotDistinct'> & { readonly columns: readonly Key[] }) => ({
  method: 'btree',
  unique: true,
  parts: attrs.columns.map(
    (column): IndexPart => ({ column, expression: null, asc: true, nulls: 'last', collation: null, opclass: null }),
  ),
  include: attrs.include,
  nullsNotDistinct: attrs.nullsNotDistinct,
  where: null,
})

/** Can an index do all that another one does? What is unique keeps doubles out, too. */
function covers(one: Built, other: Built): boolean {
  const isWhole = one.parts.length === other.parts.length
  const isShorter = one.method === 'btree' && one.parts.length > other.parts.length
  const carried = [...one.include, ...one.parts.flatMap(({ column }) => column ?? [])]
  return (
    one.method === other.method &&
    one.where === other.where &&
    (isWhole || isShorter) &&
    canonical(one.parts.slice(0, other.parts.length)) === canonical(other.parts) &&
    other.include.every((column) => carried.includes(column)) &&
    (!other.unique || (isWhole && one.unique && (one.nullsNotDistinct || !other.nullsNotDistinct)))
  )
}

/** Does the migration make it after this statement? Keys come first: they are there for another reason. */
const isLater = ({ object, sql }: Built, { migration: { statements }, number }: Statement): boolean =>
  index.is(object) &&
  statements
    .slice(number)
    .some((one) =>
      acts(one, 'IndexStmt').some(({ node }) => named(node.relation?.schemaname, node.idxname).sql === sql),
    )
