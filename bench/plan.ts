/** Milliseconds of CPU for comparing two states and planning the way, and nothing else: `node bench/plan.ts 1000 column`. */
import { diff } from '../src/diff/diff.ts'
import { plan } from '../src/plan/plan.ts'
import { type Column, column, columnKey, ordinaryColumn } from '../src/postgres/column.ts'
import { enumKey, enumType } from '../src/postgres/enum.ts'
import { foreignKey } from '../src/postgres/foreign-key.ts'
import { index, ordinaryIndex } from '../src/postgres/index.ts'
import { ordinaryKey } from '../src/postgres/key-constraint.ts'
import { policy } from '../src/postgres/policy.ts'
import { postgres } from '../src/postgres/postgres.ts'
import { primaryKey } from '../src/postgres/primary-key.ts'
import { schemaKey } from '../src/postgres/schema.ts'
import { ordinaryTable, table, tableKey } from '../src/postgres/table.ts'
import type { Obj, Pair } from '../src/schema/object.ts'
import { Schema } from '../src/schema/schema.ts'

/** As many columns, keys, indexes and policies as the schema files of `bench/schema.ts` have. */
function* objects(tables: number): Iterable<Obj> {
  yield* postgres.empty
  for (let i = 0; i < tables; i++) {
    const name = `table_${i}`
    const parent = tableKey('public', name)
    const at = (own: string) => ({ schema: 'public', table: name, name: own })
    const status = enumKey('public', `status${Math.floor(i / 5)}`)
    if (i % 5 === 0)
      yield enumType.make(
        { schema: 'public', name: `status${i / 5}` },
        { values: ['draft', 'active'] },
        schemaKey('public'),
      )
    yield table.make(
      { schema: 'public', name },
      { ...ordinaryTable, rls: i % 2 === 0, rlsDeclared: false },
      schemaKey('public'),
    )
    for (let n = 0; n < 11; n++) yield columnOf(name, n, n === 3 ? { of: status, type: '', default: "'draft'" } : {})
    const id = [columnKey('public', name, 'column_0')]
    const target = `table_${Math.max(0, i - 1)}`
    const refers = {
      columns: [columnKey('public', name, 'column_1')],
      target: tableKey('public', target),
      targetColumns: [columnKey('public', target, 'column_0')],
      onDelete: 'cascade',
      onUpdate: 'no action',
      deferrable: null,
    } as const
    yield primaryKey.make(
      { schema: 'public', table: name },
      { name: `${name}_pkey`, columns: id, inline: true, ...ordinaryKey },
      parent,
      id,
    )
    yield foreignKey.make(at(`${name}_fk`), refers, parent, [...refers.columns, refers.target, ...refers.targetColumns])
    for (const n of [1, 2]) {
      const column = columnKey('public', name, `column_${n}`)
      const part = { column, expression: null, collation: null, asc: true, nulls: 'last', opclass: null } as const
      const attrs = {
        ...ordinaryIndex,
        method: 'btree',
        unique: false,
        parts: [part],
        where: null,
        with: {},
        concurrently: false,
      }
      yield index.make(at(`${name}_${n}_idx`), attrs, parent, [column])
    }
    if (i % 2 === 0)
      yield policy.make(
        at('read'),
        { as: 'permissive', for: 'select', to: ['public'], using: 'column_4 is not null', withCheck: null },
        parent,
      )
  }
}

function columnOf(table: string, n: number, attrs: Partial<Column['attrs']>): Obj {
  const all = {
    ...ordinaryColumn({
      type: n < 2 ? 'integer' : 'text',
      of: null,
      notNull: n < 4,
      default: null,
      plainDefault: false,
      generated: null,
      identity: null,
      serial: null,
      position: n,
    }),
    ...attrs,
  }
  return column.make(
    { schema: 'public', table, name: `column_${n}` },
    all,
    tableKey('public', table),
    all.of ? [all.of] : [],
  )
}

const states: Readonly<Record<string, (tables: number) => Pair<Schema>>> = {
  column: (tables) => ({
    from: new Schema(objects(tables)),
    to: new Schema([...objects(tables), columnOf('table_0', 11, {})]),
  }),
  new: (tables) => ({ from: postgres.empty, to: new Schema(objects(tables)) }),
}

const [tables, change] = process.argv.slice(2)
const pair = states[change!]!(Number(tables))
const before = process.cpuUsage()
plan(pair, diff(pair, postgres), postgres)
const { user, system } = process.cpuUsage(before)
console.log((user + system) / 1000)
