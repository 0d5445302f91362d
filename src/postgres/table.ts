import { kind } from '../dialect/kind.ts'
import { type Key, key, keyOf, type Obj } from '../schema/object.ts'
import { check, checkClause } from './check.ts'
import { column, columnClause } from './column.ts'
import { move } from './move.ts'
import { primaryKey, primaryKeyClause } from './primary-key.ts'
import { dotted } from './quote.ts'
import { isRepeated, unique, uniqueClause } from './unique.ts'

/** What a table has besides its children. */
export type TableAttrs = {
  /** ROW LEVEL SECURITY is enabled: because it was asked for, or because the table has a policy. */
  readonly rls: boolean
  /** It was asked for (`.enableRLS()`). Kept for the snapshot; the database knows no difference. */
  readonly rlsDeclared: boolean
}

type Id = 'schema' | 'name'

/** A table (manual, CREATE TABLE). Its columns, primary key, uniques and checks are written inside the statement. */
export const table = kind<Id, TableAttrs>({
  name: 'table',
  word: 'table',
  holdsData: true,
  fields: { rls: { alter: ({ to }) => [{ sql: rls(to) }] }, rlsDeclared: 'ignore' },
  create(object, { to }) {
    const children = to.children(keyOf(object))
    const inline = children.find((c) => primaryKey.is(c) && c.attrs.inline)
    const columns = children.filter(column.is).sort((a, b) => a.attrs.position - b.attrs.position)
    const primary = children.filter(primaryKey.is).filter((c) => c !== inline)
    const uniques = children.filter(unique.is).filter((one) => !isRepeated(one, to))
    const checks = children.filter(check.is)
    const lines = [
      ...columns.map((c) => columnClause(c, primaryKey.is(inline) && inline.attrs.columns.includes(keyOf(c)))),
      ...primary.map(primaryKeyClause),
      ...uniques.map(uniqueClause),
      ...checks.map(checkClause),
    ]
    const absorbs: Key[] = [...columns, ...primary, ...uniques, ...checks, ...(inline ? [inline] : [])].map(keyOf)
    const body = lines.length ? `(\n\t${lines.join(',\n\t')}\n)` : '()'
    return [
      { sql: `CREATE TABLE ${name(object)} ${body}`, lock: 'none', absorbs },
      ...(object.attrs.rls ? [{ sql: rls(object), lock: 'none' } as const] : []),
    ]
  },
  drop: (object) => [{ sql: `DROP TABLE ${name(object)}`, loses: `the table ${name(object)} and its rows` }],
  rename: (pair) => move('TABLE', pair, 'access-exclusive'),
  claims: ({ id }) => [`relation ${dotted(id.schema, id.name)}`, `type ${dotted(id.schema, id.name)}`],
})

export const tableKey = (schema: string, name: string) => key('table', schema, name)

const name = ({ id }: Obj<Id>): string => dotted(id.schema, id.name)

const rls = (object: Obj<Id, TableAttrs>): string =>
  `ALTER TABLE ${name(object)} ${object.attrs.rls ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY`
