import type { Rows } from './deltas.ts'
import type { Delta, Footprint, Row, RowOf } from './format.ts'

/*
 * What a change touches, in the nodes of drizzle-kit 1.0 (src/dialects/postgres/commutativity.ts in its bundle): `s|` the
 * thing itself, `n|` its name, `e|` that it is there. Two branches conflict where one writes what the other writes or
 * reads. A change of a row is said to touch all of it: rather one conflict too many than one too few.
 */

/** The short word of a node, and what a statement that creates, drops or alters such a row is called. */
const words: Readonly<Record<Row['entityType'], readonly [node: string, create: string, drop: string, alter: string]>> =
  {
    schemas: ['sch', 'create_schema', 'drop_schema', 'rename_schema'],
    tables: ['tbl', 'create_table', 'drop_table', 'alter_rls'],
    enums: ['enum', 'create_enum', 'drop_enum', 'alter_enum'],
    columns: ['col', 'add_column', 'drop_column', 'alter_column'],
    indexes: ['idx', 'create_index', 'drop_index', 'recreate_index'],
    fks: ['fk', 'create_fk', 'drop_fk', 'recreate_fk'],
    pks: ['pk', 'add_pk', 'drop_pk', 'alter_pk'],
    uniques: ['uq', 'add_unique', 'drop_unique', 'alter_unique'],
    checks: ['ck', 'add_check', 'drop_check', 'alter_check'],
    sequences: ['seq', 'create_sequence', 'drop_sequence', 'alter_sequence'],
    roles: ['role', 'create_role', 'drop_role', 'alter_role'],
    privileges: ['priv', 'grant_privilege', 'revoke_privilege', 'regrant_privilege'],
    policies: ['pol', 'create_policy', 'drop_policy', 'alter_policy'],
    views: ['view', 'create_view', 'drop_view', 'alter_view'],
  }

/** How a statement's target is called in messages, where that is not the node's long form. */
const targets: Partial<Record<Row['entityType'], string>> = {
  columns: 'column',
  indexes: 'index',
  schemas: 'schema',
  roles: 'role',
  enums: 'enum',
  sequences: 'sequence',
  views: 'view',
  policies: 'policy',
}

export const footprintsOf = (deltas: readonly Delta[], from: Rows, to: Rows): Footprint[] =>
  deltas.flatMap((delta) => {
    const rows = delta.op === 'create' ? [delta.row] : [from.get(delta.key), to.get(delta.key)]
    const [row] = rows.filter((each) => each !== undefined)
    return row ? [footprint(row, delta.op)] : []
  })

function footprint(row: Row, op: Delta['op']): Footprint {
  const [node, create, drop, alter] = words[row.entityType]
  const place = placeOf(row)
  const shared = op === 'create' ? [] : uniqueness(row)
  const reads = readsOf(row)
  return {
    statementType: op === 'create' ? create : op === 'drop' ? drop : alter,
    statementTarget: [targets[row.entityType] ?? 'table', ...(row.entityType === 'pks' ? place.slice(0, 2) : place)],
    writes: [...['s', 'n', 'e'].map((what) => `${what}|${node}|${pathOf(row).join('.')}`), ...namesTaken(row)],
    ...(reads.length > 0 && { reads }),
    ...(shared.length > 0 && { sharedWrites: shared }),
  }
}

/** A row's names from the outermost. */
function placeOf(row: Row): readonly string[] {
  if (row.entityType === 'privileges') return [row.schema, row.table, row.grantee]
  if ('table' in row) return [row.schema, row.table, row.name]
  return 'schema' in row ? [row.schema, row.name] : [row.name]
}

/** What a node goes by: an index lies in its schema, a table has one primary key. */
function pathOf(row: Row): readonly string[] {
  if (row.entityType === 'indexes') return [row.schema, row.name]
  if (row.entityType === 'pks') return [row.schema, row.table]
  if (row.entityType === 'privileges') return [...placeOf(row), row.type]
  return placeOf(row)
}

/** Names that kinds share: a table, an index and a sequence, a table and a type, the constraints of a table. */
function namesTaken(row: Row): readonly string[] {
  const relation = (schema: string, name: string) => `n|rel|${schema}.${name}`
  switch (row.entityType) {
    case 'tables':
    case 'views':
      return [relation(row.schema, row.name), `n|type|${row.schema}.${row.name}`]
    case 'sequences':
    case 'indexes':
      return [relation(row.schema, row.name)]
    case 'enums':
      return [`n|type|${row.schema}.${row.name}`]
    case 'pks':
    case 'uniques':
      return [`n|con|${placeOf(row).join('.')}`, relation(row.schema, row.name)]
    case 'checks':
    case 'fks':
      return [`n|con|${placeOf(row).join('.')}`]
    default:
      return []
  }
}

function readsOf(row: Row): string[] {
  const home = 'schema' in row ? [`n|sch|${row.schema}`] : []
  if (!('table' in row)) return home
  const columns = (names: readonly string[], { schema, table } = row as Of) =>
    names.map((name) => `n|col|${schema}.${table}.${name}`)
  return [`n|tbl|${row.schema}.${row.table}`, ...home, ...ofTable(row, columns)]
}

interface Of {
  readonly schema: string
  readonly table: string
}

function ofTable(row: Row, columns: (names: readonly string[], of?: Of) => string[]): readonly string[] {
  switch (row.entityType) {
    case 'columns':
      return row.typeSchema === null || row.typeSchema === 'pg_catalog' ? [] : [`n|enum|${row.typeSchema}.${row.type}`]
    case 'indexes':
      return columns(plainColumns(row))
    case 'pks':
    case 'uniques':
      return columns(row.columns)
    case 'fks': {
      const to = { schema: row.schemaTo, table: row.tableTo }
      return [
        `n|tbl|${to.schema}.${to.table}`,
        `n|sch|${to.schema}`,
        ...columns(row.columns),
        ...columns(row.columnsTo, to),
        unique(to, row.columnsTo),
      ]
    }
    case 'policies':
      return [...row.roles.map((role) => `n|role|${role}`), `e|rls|${row.schema}.${row.table}`]
    default:
      return []
  }
}

/** That a foreign key can point to these columns, which ends with what makes them unique. */
function uniqueness(row: Row): string[] {
  if (row.entityType === 'pks' || row.entityType === 'uniques') return [unique(row, row.columns)]
  const plain = row.entityType === 'indexes' && row.isUnique && row.where === null
  return plain && row.columns.every(({ isExpression }) => !isExpression) ? [unique(row, plainColumns(row))] : []
}

const unique = ({ schema, table }: Of, columns: readonly string[]) =>
  `e|uniqueness|${[schema, table, ...[...columns].sort()].join('.')}`

const plainColumns = (row: RowOf<'indexes'>) =>
  row.columns.filter(({ isExpression }) => !isExpression).map(({ value }) => value)
