import fc from 'fast-check'
import { check } from '../../src/postgres/check.ts'
import { type ColumnAttrs, column, columnKey, ordinaryColumn } from '../../src/postgres/column.ts'
import { enumKey, enumType } from '../../src/postgres/enum.ts'
import { foreignKey } from '../../src/postgres/foreign-key.ts'
import { index, ordinaryIndex } from '../../src/postgres/index.ts'
import { policy } from '../../src/postgres/policy.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { primaryKey } from '../../src/postgres/primary-key.ts'
import { ident } from '../../src/postgres/quote.ts'
import { schemaKey } from '../../src/postgres/schema.ts'
import { ordinaryTable, table, tableKey } from '../../src/postgres/table.ts'
import { unique } from '../../src/postgres/unique.ts'
import type { Key, Obj } from '../../src/schema/object.ts'
import { Schema } from '../../src/schema/schema.ts'

/** Few names, so that two states share many objects; hostile ones, so that quoting and escaping are met everywhere. */
const tableNames = ['users', 'Or"der', 'a.b', 'select', 'naïve té'] as const
const columnNames = ['id', 'na"me', 'Age', 'x.y', 'group', 'col:on'] as const
const enumNames = ['mood', 'St ate'] as const
const labels = ['sad', "o'k", 'happy', 'x"y'] as const
const types = ['integer', 'bigint', 'text', 'varchar(40)', 'numeric(10, 2)', 'boolean', 'timestamp', 'jsonb'] as const

const plain: ColumnAttrs = {
  ...ordinaryColumn,
  type: 'integer',
  of: null,
  notNull: false,
  default: null,
  plainDefault: false,
  generated: null,
  identity: null,
  serial: null,
  position: 0,
}

const someColumn = fc.record({
  type: fc.constantFrom(...types, ...enumNames),
  notNull: fc.boolean(),
  unique: fc.boolean(),
  indexed: fc.constantFrom('none', 'plain', 'unique', 'partial'),
  checked: fc.boolean(),
  collation: fc.constantFrom(null, '"C"'),
  deferrable: fc.constantFrom(null, 'immediate', 'deferred'),
})

const someTable = fc.record({
  columns: fc.dictionary(fc.constantFrom(...columnNames), someColumn, { minKeys: 1 }),
  key: fc.option(fc.constantFrom(...columnNames)),
  refers: fc.option(fc.constantFrom(...tableNames)),
  policy: fc.boolean(),
  with: fc.constantFrom({}, { fillfactor: '70' }),
})

/** A small state of a database: enums, tables, every kind of constraint, indexes and policies, with foreign keys in circles. */
export const someSchema: fc.Arbitrary<Schema> = fc
  .record({
    enums: fc.dictionary(fc.constantFrom(...enumNames), fc.uniqueArray(fc.constantFrom(...labels), { minLength: 1 })),
    tables: fc.dictionary(fc.constantFrom(...tableNames), someTable),
  })
  .map(({ enums, tables }) => {
    const objects: Obj[] = [...postgres.empty]
    for (const [name, values] of Object.entries(enums))
      objects.push(enumType.make({ schema: 'public', name }, { values }, schemaKey('public')))
    const keyed = (name: string): Key | undefined => {
      const key = tables[name]?.key
      const target = key ? tables[name]?.columns[key] : undefined
      return key && target && effective(target.type, enums) === 'integer' ? columnKey('public', name, key) : undefined
    }
    for (const [name, one] of Object.entries(tables)) objects.push(...tableObjects(name, one, enums, keyed))
    return new Schema(objects)
  })

type Enums = Readonly<Record<string, readonly string[]>>

/** A type that exists: a column of an enum that this state does not have is an integer. */
const effective = (type: string, enums: Enums): string =>
  (enumNames as readonly string[]).includes(type) && !enums[type] ? 'integer' : type

function tableObjects(
  name: string,
  one: typeof someTable extends fc.Arbitrary<infer T> ? T : never,
  enums: Enums,
  keyed: (table: string) => Key | undefined,
): Obj[] {
  const parent = tableKey('public', name)
  const on = (suffix: string) => ({ schema: 'public', table: name, name: `${name}_${suffix}` })
  const objects: Obj[] = [
    table.make(
      { schema: 'public', name },
      { rls: one.policy, rlsDeclared: one.policy, ...ordinaryTable, forceRls: one.policy, with: one.with },
      schemaKey('public'),
    ),
  ]
  for (const [position, [own, c]] of Object.entries(one.columns).entries()) {
    const k = columnKey('public', name, own)
    const type = effective(c.type, enums)
    const isEnum = enums[type] !== undefined
    const attrs = {
      ...plain,
      type: isEnum ? '' : type,
      of: isEnum ? enumKey('public', type) : null,
      collation: /text|varchar/.test(type) ? c.collation : null,
      notNull: c.notNull,
      position,
    }
    objects.push(column.make({ schema: 'public', table: name, name: own }, attrs, parent, isEnum ? [attrs.of!] : []))
    if (type === 'jsonb') continue
    if (c.unique)
      objects.push(
        unique.make(on(`${own}_unique`), { columns: [k], nullsNotDistinct: false, deferrable: c.deferrable }, parent, [
          k,
        ]),
      )
    if (c.checked) objects.push(check.make(on(`${own}_check`), { expression: `${ident(own)} IS NOT NULL` }, parent))
    if (c.indexed === 'none') continue
    const part = { column: k, expression: null, collation: null, asc: true, nulls: 'last', opclass: null } as const
    const where = c.indexed === 'partial' ? `${ident(own)} IS NOT NULL` : null
    const shape = { ...ordinaryIndex, method: 'btree', unique: c.indexed === 'unique', with: {}, concurrently: false }
    objects.push(index.make(on(`${own}_idx`), { ...shape, parts: [part], where }, parent, [k]))
  }
  const key =
    one.key && one.columns[one.key] && effective(one.columns[one.key]!.type, enums) !== 'jsonb' ? one.key : null
  if (key) {
    const columns = [columnKey('public', name, key)]
    objects.push(
      primaryKey.make(
        { schema: 'public', table: name },
        { name: `${name}_pk`, columns, inline: false, deferrable: null },
        parent,
        columns,
      ),
    )
  }
  const target = one.refers ? keyed(one.refers) : undefined
  const source = Object.entries(one.columns).find(([, c]) => effective(c.type, enums) === 'integer')?.[0]
  if (target && source && one.refers) {
    const columns = [columnKey('public', name, source)]
    const to = tableKey('public', one.refers)
    const attrs = {
      columns,
      target: to,
      targetColumns: [target],
      onDelete: 'cascade',
      onUpdate: 'no action',
      deferrable: null,
    } as const
    objects.push(foreignKey.make(on('fk'), attrs, parent, [...columns, to, target]))
  }
  const first = Object.keys(one.columns)[0]
  if (one.policy && first)
    objects.push(
      policy.make(
        on('policy'),
        { as: 'permissive', for: 'all', to: ['public'], using: `${ident(first)} IS NOT NULL`, withCheck: null },
        parent,
      ),
    )
  return objects
}
