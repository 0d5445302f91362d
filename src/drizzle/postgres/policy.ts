import type { PgPolicy, PgPolicyToOption } from 'drizzle-orm/pg-core'
import { policy } from '../../postgres/policy.ts'
import { tableKey } from '../../postgres/table.ts'
import type { TableName } from './column.ts'
import type { Reader } from './reader.ts'

export function readPolicy(declared: PgPolicy, { schema, table }: TableName, reader: Reader) {
  const { orm } = reader.library
  const text = (value: unknown) => (orm.is(value, orm.SQL) ? reader.text(value) : null)
  return policy.make(
    { schema, table, name: declared.name },
    {
      as: declared.as ?? 'permissive',
      for: declared.for ?? 'all',
      to: rolesOf(declared.to ?? 'public'),
      using: text(declared.using),
      withCheck: text(declared.withCheck),
    },
    tableKey(schema, table),
  )
}

function rolesOf(to: PgPolicyToOption): readonly string[] {
  if (Array.isArray(to)) return to.flatMap(rolesOf).sort()
  return [typeof to === 'string' ? to : to.name]
}
