import { columnKey } from '../../../postgres/column.ts'
import { type IndexAttrs, type IndexPart, index, ordinaryIndex } from '../../../postgres/index.ts'
import { nameOf, type Obj } from '../../../schema/object.ts'
import type { IndexJson } from './format.ts'
import type { Owner } from './owner.ts'

type PartJson = IndexJson['columns'][number]

export function readIndex(json: IndexJson, { key, id }: Owner) {
  const parts = json.columns.map(
    (part): IndexPart => ({
      column: part.isExpression ? null : columnKey(id.schema, id.table, part.expression),
      expression: part.isExpression ? part.expression : null,
      collation: null,
      asc: part.asc,
      nulls: part.nulls ?? (part.asc ? 'last' : 'first'),
      opclass: part.opclass ?? null,
    }),
  )
  return index.make(
    { ...id, name: json.name },
    {
      ...ordinaryIndex,
      method: json.method ?? 'btree',
      unique: json.isUnique,
      parts,
      where: json.where ?? null,
      with: json.with ?? {},
      concurrently: json.concurrently ?? false,
    },
    key,
    parts.flatMap((part) => part.column ?? []),
  )
}

export const writeIndex = ({ id, attrs }: Obj<'schema' | 'table' | 'name', IndexAttrs>): IndexJson => ({
  name: id.name,
  columns: attrs.parts.map(writePart),
  isUnique: attrs.unique,
  ...(attrs.where !== null && { where: attrs.where }),
  concurrently: attrs.concurrently,
  method: attrs.method,
  with: attrs.with,
})

/** drizzle-kit writes the keys of an expression in another order than those of a column. */
function writePart({ column, expression, asc, nulls, opclass }: IndexPart): PartJson {
  const rest = { nulls, ...(opclass !== null && { opclass }) }
  return column === null
    ? { expression: expression ?? '', asc, isExpression: true, ...rest }
    : { expression: nameOf(column), isExpression: false, asc, ...rest }
}
