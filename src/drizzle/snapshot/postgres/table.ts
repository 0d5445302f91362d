import { check } from '../../../postgres/check.ts'
import { column, columnKey } from '../../../postgres/column.ts'
import { foreignKey } from '../../../postgres/foreign-key.ts'
import { impliedName } from '../../../postgres/implied-name.ts'
import { index } from '../../../postgres/index.ts'
import { ordinaryKey } from '../../../postgres/key-constraint.ts'
import { policy } from '../../../postgres/policy.ts'
import { primaryKey } from '../../../postgres/primary-key.ts'
import { ordinaryTable, type TableAttrs, table, tableKey } from '../../../postgres/table.ts'
import { unique } from '../../../postgres/unique.ts'
import { type Key, keyOf, nameOf, type Obj } from '../../../schema/object.ts'
import { type Enums, readColumn, writeColumn } from './column.ts'
import { readForeignKey, writeForeignKey } from './foreign-key.ts'
import type { TableJson } from './format.ts'
import { readIndex, writeIndex } from './index.ts'
import type { Owner } from './owner.ts'
import { readPolicy, writePolicy } from './policy.ts'

type Table = Obj<'schema' | 'name', TableAttrs>

/** A table and all that belongs to it. `parent`: its schema, where that is declared. */
export function readTable(json: TableJson, parent: Key | undefined, enums: Enums): readonly Obj[] {
  const policies = Object.values(json.policies ?? {})
  const rlsDeclared = json.isRLSEnabled ?? false
  const id = { schema: json.schema || 'public', table: json.name }
  const owner = { id, key: tableKey(id.schema, id.table) }
  return [
    table.make(
      { schema: id.schema, name: id.table },
      { rls: rlsDeclared || policies.length > 0, rlsDeclared, ...ordinaryTable },
      parent,
    ),
    ...Object.values(json.columns).map((each, position) => readColumn(each, owner, position, enums)),
    ...readPrimaryKey(json, owner),
    ...Object.values(json.uniqueConstraints ?? {}).map(({ name, nullsNotDistinct, columns }) => {
      const keys = columnKeys(owner, columns)
      return unique.make({ ...id, name }, { columns: keys, nullsNotDistinct, ...ordinaryKey }, owner.key, keys)
    }),
    ...Object.values(json.checkConstraints ?? {}).map(({ name, value }) =>
      check.make({ ...id, name }, { expression: value }, owner.key),
    ),
    ...Object.values(json.foreignKeys).map((each) => readForeignKey(each, owner)),
    ...Object.values(json.indexes).map((each) => readIndex(each, owner)),
    ...policies.map((each) => readPolicy(each, owner)),
  ]
}

export function writeTable({ id, attrs }: Table, children: readonly Obj[]): TableJson {
  const primary = children.find(primaryKey.is)
  const columns = children.filter(column.is).sort((a, b) => a.attrs.position - b.attrs.position)
  return {
    name: id.name,
    schema: id.schema === 'public' ? '' : id.schema,
    columns: named(columns, (each) =>
      writeColumn(each, (primary?.attrs.inline && primary.attrs.columns.includes(keyOf(each))) ?? false),
    ),
    indexes: named(children.filter(index.is), writeIndex),
    foreignKeys: named(children.filter(foreignKey.is), writeForeignKey),
    compositePrimaryKeys:
      primary && !primary.attrs.inline
        ? { [primary.attrs.name]: { name: primary.attrs.name, columns: primary.attrs.columns.map(nameOf) } }
        : {},
    uniqueConstraints: named(children.filter(unique.is), (each) => ({
      name: each.id.name,
      nullsNotDistinct: each.attrs.nullsNotDistinct,
      columns: each.attrs.columns.map(nameOf),
    })),
    policies: named(children.filter(policy.is), writePolicy),
    checkConstraints: named(children.filter(check.is), (each) => ({
      name: each.id.name,
      value: each.attrs.expression,
    })),
    isRLSEnabled: attrs.rlsDeclared,
  }
}

/** Of the columns that say so themselves, under the name that Postgres gives; else the one with a name of its own. */
function readPrimaryKey({ columns, compositePrimaryKeys }: TableJson, owner: Owner): readonly Obj[] {
  const inline = Object.values(columns).filter((each) => each.primaryKey)
  const found = inline.length
    ? [{ name: impliedName(owner.id.table, null, 'pkey'), columns: inline.map((each) => each.name), inline: true }]
    : Object.values(compositePrimaryKeys).map((each) => ({ ...each, inline: false }))
  return found.map((each) => {
    const keys = columnKeys(owner, each.columns)
    return primaryKey.make(owner.id, { ...each, columns: keys, ...ordinaryKey }, owner.key, keys)
  })
}

const columnKeys = ({ id }: Owner, names: readonly string[]): Key[] =>
  names.map((name) => columnKey(id.schema, id.table, name))

/** A map by name. Never by assignment, which would take `__proto__` for something else. */
const named = <O extends Obj<'name', unknown>, J>(objects: readonly O[], write: (object: O) => J): Record<string, J> =>
  Object.fromEntries(objects.map((object) => [object.id.name, write(object)]))
