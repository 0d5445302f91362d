import { storedName } from '../postgres/implied-name.ts'
import { directPartitionsOf } from '../postgres/partition.ts'
import { dotted, ident } from '../postgres/sql/quote.ts'
import { type Key, keyOf, namesOf } from '../schema/object.ts'
import { named, type TableName, tableKey } from './acts.ts'
import type { Statement } from './statement.ts'

type In = Pick<Statement, 'migration'>

/** The partitions of a table before the migration; null of one that holds its rows itself, or where nobody knows. */
export function partitionsBefore({ migration: { before } }: In, table: TableName): readonly TableName[] | null {
  const k = tableKey(table)
  if (typeof before?.get(k)?.attrs.partitionBy !== 'string') return null
  return directPartitionsOf(k, before).map((one) => named(...(namesOf(keyOf(one) as Key) as [string, string])))
}

/** CREATE INDEX by its name and its table, both as SQL. */
export type Create = (how: { readonly name: string; readonly on: string; readonly concurrently: boolean }) => string

/**
 * Statements that build an index while others write. CONCURRENTLY is refused for a partitioned table: its partitions get an
 * index each, and then that of the whole is there (manual 5.12.2.2).
 */
export function buildBeside(
  statement: In,
  table: TableName,
  name: string,
  create: Create,
  on = table.sql,
): readonly string[] {
  const partitions = partitionsBefore(statement, table)
  if (!partitions) return [create({ name: ident(name), on, concurrently: true })]
  return [
    create({ name: ident(name), on: `ONLY ${on}`, concurrently: false }),
    ...partitions.flatMap((one) => {
      const own = storedName(`${one.name}_${name}`)
      return [
        ...buildBeside(statement, one, own, create),
        `ALTER INDEX ${dotted(table.schema, name)} ATTACH PARTITION ${dotted(one.schema, own)}`,
      ]
    }),
  ]
}
