import type { ForeignKeyJson, IndexJson, PolicyJson, TableJson } from '../postgres/format.ts'
import { readColumn, said, writeColumn } from './column.ts'
import { defaultForeignKeys, defaultIndexes, defaultPrimaryKeys, defaultUniques } from './default-names.ts'
import type { Row, RowOf } from './format.ts'

/** The table that a row belongs to. */
interface Of {
  readonly schema: string
  readonly table: string
}

/** A table of version 7 and all that belongs to it as rows. */
export function writeTable(json: TableJson, isEnum: (schema: string, name: string) => boolean): readonly Row[] {
  const of = { schema: json.schema || 'public', table: json.name }
  const policies = Object.values(json.policies ?? {})
  const columns = Object.values(json.columns)
  const inline = columns.filter(({ primaryKey }) => primaryKey).map(({ name }) => name)
  return [
    {
      schema: of.schema,
      name: of.table,
      isRlsEnabled: (json.isRLSEnabled ?? false) || policies.length > 0,
      entityType: 'tables',
    },
    ...columns.map((column) => writeColumn(column, of, isEnum)),
    ...Object.values(json.indexes).map((index) => writeIndex(index, of)),
    ...Object.values(json.foreignKeys).map((key) => writeForeignKey(key, of)),
    ...(inline.length > 0 ? [primaryKey(of, `${of.table}_pkey`, inline)] : []),
    ...Object.values(json.compositePrimaryKeys).map(({ name, columns }) => primaryKey(of, name, columns)),
    ...Object.values(json.uniqueConstraints ?? {}).map(
      ({ name, columns, nullsNotDistinct }): Row => ({
        ...of,
        name,
        nameExplicit: !defaultUniques(of.table, columns).includes(name),
        columns,
        nullsNotDistinct,
        entityType: 'uniques',
      }),
    ),
    ...Object.values(json.checkConstraints ?? {}).map(
      ({ name, value }): Row => ({ ...of, name, value, entityType: 'checks' }),
    ),
    ...policies.map((policy) => writePolicy(policy, of)),
  ]
}

const primaryKey = (of: Of, name: string, columns: string[]): Row => ({
  ...of,
  name,
  columns,
  nameExplicit: !defaultPrimaryKeys(of.table, columns).includes(name),
  entityType: 'pks',
})

function writeIndex(json: IndexJson, of: Of): Row {
  const columns = json.columns.map(({ expression, isExpression, asc, nulls, opclass }) => ({
    value: expression,
    isExpression,
    asc,
    nullsFirst: nulls === 'first',
    opclass: opclass === undefined ? null : { name: opclass, default: false },
  }))
  const implied = defaultIndexes(
    of.table,
    columns.map(({ value }) => value),
  )
  return {
    ...of,
    name: json.name,
    nameExplicit: columns.some(({ isExpression }) => isExpression) || !implied.includes(json.name),
    columns,
    isUnique: json.isUnique,
    where: json.where ?? null,
    with: Object.entries(json.with ?? {})
      .map(([option, value]) => `${option}=${value}`)
      .join(', '),
    method: json.method ?? 'btree',
    concurrently: json.concurrently ?? false,
    entityType: 'indexes',
  }
}

function writeForeignKey(json: ForeignKeyJson, of: Of): Row {
  const { name, columnsFrom, tableTo, columnsTo } = json
  return {
    ...of,
    name,
    nameExplicit: !defaultForeignKeys(of.table, columnsFrom, tableTo, columnsTo).includes(name),
    columns: columnsFrom,
    schemaTo: json.schemaTo || 'public',
    tableTo,
    columnsTo,
    onUpdate: upper(json.onUpdate ?? 'no action'),
    onDelete: upper(json.onDelete ?? 'no action'),
    entityType: 'fks',
  }
}

export const writePolicy = (json: PolicyJson, of: Of): RowOf<'policies'> => ({
  ...of,
  name: json.name,
  as: json.as ?? 'PERMISSIVE',
  for: json.for ?? 'ALL',
  roles: json.to ?? ['public'],
  using: json.using ?? null,
  withCheck: json.withCheck ?? null,
  entityType: 'policies',
})

/** The rows that belong to a table, by what they are. */
export type Belonging = { readonly [T in Row['entityType']]?: readonly RowOf<T>[] }

/** A table in the words of version 7. */
export function readTable({ schema, name, isRlsEnabled }: RowOf<'tables'>, of: Belonging): TableJson {
  const keys = of.pks ?? []
  const inline = keys.find((key) => key.columns.length === 1 && !key.nameExplicit && key.name === `${name}_pkey`)
  const policies = of.policies ?? []
  return {
    name,
    schema: schema === 'public' ? '' : schema,
    columns: named(of.columns, (row) => readColumn(row, inline?.columns.includes(row.name) ?? false)),
    indexes: named(of.indexes, readIndex),
    foreignKeys: named(of.fks, readForeignKey),
    compositePrimaryKeys: named(
      keys.filter((key) => key !== inline),
      ({ name, columns }) => ({ name, columns }),
    ),
    uniqueConstraints: named(of.uniques, ({ name, nullsNotDistinct, columns }) => ({
      name,
      nullsNotDistinct,
      columns,
    })),
    policies: named(policies, readPolicy),
    checkConstraints: named(of.checks, ({ name, value }) => ({ name, value })),
    isRLSEnabled: isRlsEnabled && policies.length === 0,
  }
}

const readIndex = (row: RowOf<'indexes'>): IndexJson => ({
  name: row.name,
  columns: row.columns.map(({ value, isExpression, asc, nullsFirst, opclass }) => ({
    expression: value,
    isExpression,
    asc,
    nulls: nullsFirst ? 'first' : 'last',
    ...(opclass && !opclass.default && { opclass: opclass.name }),
  })),
  isUnique: row.isUnique,
  ...(row.where !== null && { where: row.where }),
  concurrently: row.concurrently,
  method: row.method,
  with: Object.fromEntries(
    row.with
      .split(',')
      .filter((part) => part.includes('='))
      .map((part) => {
        const [option, ...value] = part.trim().split('=')
        return [option, value.join('=')]
      }),
  ),
})

const readForeignKey = (row: RowOf<'fks'>): ForeignKeyJson => ({
  name: row.name,
  tableFrom: row.table,
  tableTo: row.tableTo,
  ...(row.schemaTo !== 'public' && { schemaTo: row.schemaTo }),
  columnsFrom: row.columns,
  columnsTo: row.columnsTo,
  onDelete: lower(row.onDelete ?? 'NO ACTION'),
  onUpdate: lower(row.onUpdate ?? 'NO ACTION'),
})

export const readPolicy = (row: RowOf<'policies'>): PolicyJson => ({
  name: row.name,
  as: row.as,
  for: row.for,
  to: row.roles,
  ...said({ using: row.using, withCheck: row.withCheck }),
})

/** A map by name. Never by assignment, which would take `__proto__` for something else. */
const named = <R extends { readonly name: string }, J>(
  rows: readonly R[] = [],
  read: (row: R) => J,
): Record<string, J> => Object.fromEntries(rows.map((row) => [row.name, read(row)]))

const lower = <T extends string>(word: T) => word.toLowerCase() as Lowercase<T>
const upper = <T extends string>(word: T) => word.toUpperCase() as Uppercase<T>
