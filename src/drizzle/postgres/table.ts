import type { PgPolicy } from 'drizzle-orm/pg-core'
import { schemaKey } from '../../postgres/schema.ts'
import { ordinaryTable, table } from '../../postgres/table.ts'
import { keyOf, type Obj } from '../../schema/object.ts'
import { readCheck } from './check.ts'
import { readColumn } from './column.ts'
import type { DrizzleTable } from './declarations.ts'
import { readForeignKey } from './foreign-key.ts'
import { readIndex } from './index.ts'
import { readPolicy } from './policy.ts'
import { readInlinePrimaryKey, readPrimaryKey } from './primary-key.ts'
import type { Reader } from './reader.ts'
import { readColumnUnique, readUnique } from './unique.ts'

/** A table with all that belongs to it; `linked` are the policies that were given to it from outside. */
export function readTable(declared: DrizzleTable, linked: readonly PgPolicy[], reader: Reader): readonly Obj[] {
  const { columns, enableRLS, schema = 'public' } = declared
  const policies = [...declared.policies, ...linked]
  const of = { schema, table: declared.name }
  const foreignKeys = declared.foreignKeys.map((key) => readForeignKey(key, of, reader))
  return [
    table.make(
      { schema, name: declared.name },
      { rls: enableRLS || policies.length > 0, rlsDeclared: enableRLS, ...ordinaryTable },
      schemaKey(schema),
    ),
    ...columns.map((column, position) => readColumn(column, position, of, reader)),
    ...columns.filter((column) => column.primary).map((column) => readInlinePrimaryKey(column, of, reader)),
    ...declared.primaryKeys.map((key) => readPrimaryKey(key, of, reader)),
    ...columns.filter((column) => column.isUnique).map((column) => readColumnUnique(column, of, reader)),
    ...declared.uniqueConstraints.map((constraint) => readUnique(constraint, of, reader)),
    ...declared.checks.map((check) => readCheck(check, of, reader)),
    // `.references()` beside a `foreignKey()` of the same columns has the same name: the last one counts.
    ...new Map(foreignKeys.map((key) => [keyOf(key), key])).values(),
    ...declared.indexes.map((index) => readIndex(index, of, reader)),
    ...policies.map((policy) => readPolicy(policy, of, reader)),
  ]
}
