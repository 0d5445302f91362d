import type { SQL } from 'drizzle-orm'
import type { AnyPgColumn, Index as PgIndex, PgTable } from 'drizzle-orm/pg-core'
import { schemaKey } from '../../postgres/schema.ts'
import { ident, literal } from '../../postgres/sql/quote.ts'
import { ordinaryTable, table, tableKey } from '../../postgres/table.ts'
import type { Obj } from '../../schema/object.ts'
import { isDeclaration, wordsOf } from '../declare/declaration.ts'
import type {
  BoundValue,
  PartitionBound,
  PartitionBy,
  PartitionGiven,
  PartitionKey,
  PartitionOptions,
} from '../declare/partition.ts'
import type { TableName } from './column.ts'
import { listOf } from './grant.ts'
import { readIndex } from './index.ts'
import { readCollation } from './own-type.ts'
import type { Reader } from './reader.ts'

/** A partition, and the indexes that it alone has. */
export function readPartition(given: PartitionGiven, reader: Reader): readonly Obj[] {
  const { of, bound, options } = given
  const { schema, table: name } = nameOf(given, reader)
  const whole = nameOf(of, reader)
  const key = tableKey(whole.schema, whole.table)
  const attrs = {
    ...ordinaryTable,
    rls: false,
    rlsDeclared: false,
    unlogged: options.unlogged ?? false,
    with: options.with ?? {},
    partitionBy: options.partitionBy ? spreadText(options.partitionBy, reader) : null,
    partitionOf: { table: key, bound: boundText(bound, reader) },
  }
  const root = rootOf(given)
  // What the function behind a table is given, too: its columns with `asc()` and `desc()`.
  const columns = (root as unknown as Readonly<Record<symbol, ExtraColumns>>)[Symbol.for('drizzle:ExtraConfigColumns')]
  const indexes = (columns && options.indexes?.(columns))?.map((one) => {
    const built = (one as unknown as { build(table: PgTable): PgIndex }).build(root)
    return readIndex(built, { schema, table: name }, reader, reader.table(root))
  })
  return [table.make({ schema, name }, attrs, schemaKey(schema), [key]), ...(indexes ?? [])]
}

type ExtraColumns = Parameters<NonNullable<PartitionOptions['indexes']>>[0]

const isPartition = (of: PartitionGiven | PartitionGiven['of']): of is PartitionGiven => 'bound' in of

function nameOf(of: PartitionGiven | PartitionGiven['of'], reader: Reader): TableName {
  if (isDeclaration(of)) return nameOf(wordsOf(of).given, reader)
  if (!isPartition(of)) return reader.table(of)
  const { schema = nameOf(of.of, reader).schema } = of.options
  return { schema: typeof schema === 'string' ? schema : schema.schemaName, table: of.name }
}

const rootOf = ({ of }: PartitionGiven): PgTable => (isDeclaration(of) ? rootOf(wordsOf(of).given) : of)

/** What follows PARTITION BY. */
export function spreadText(by: PartitionBy, reader: Reader): string {
  const [[strategy, keys]] = Object.entries(by) as [[string, PartitionKey | readonly PartitionKey[]]]
  return `${strategy.toUpperCase()} (${listOf(keys)
    .map((one) => keyText(one, reader))
    .join(', ')})`
}

function keyText(one: PartitionKey, reader: Reader): string {
  const { orm } = reader.library
  const plain = orm.is(one, orm.SQL) || orm.is(one, orm.Column)
  const { on, collate, opclass } = plain ? { on: one } : (one as Exclude<PartitionKey, AnyPgColumn | SQL>)
  const what = orm.is(on, orm.SQL) ? `(${reader.text(on, 'indexes')})` : ident(reader.name(on))
  const collation = readCollation(collate, reader)
  return `${what}${collation === null ? '' : ` COLLATE ${collation}`}${opclass === undefined ? '' : ` ${opclass}`}`
}

function boundText(bound: PartitionBound, reader: Reader): string {
  const list = (values: BoundValue | readonly BoundValue[]) =>
    `(${listOf(values)
      .map((value) => valueText(value, reader))
      .join(', ')})`
  if (bound === 'default') return 'DEFAULT'
  if ('in' in bound) return `FOR VALUES IN ${list(bound.in)}`
  if ('from' in bound) return `FOR VALUES FROM ${list(bound.from)} TO ${list(bound.to)}`
  return `FOR VALUES WITH (modulus ${bound.modulus}, remainder ${bound.remainder})`
}

function valueText(value: BoundValue, { library: { orm }, text }: Reader): string {
  if (orm.is(value, orm.SQL)) return text(value)
  if (value instanceof Date) return literal(value.toISOString())
  return typeof value === 'string' ? literal(value) : String(value ?? 'NULL')
}
