import type { PgPolicy, PgPolicyToOption, PgTable } from 'drizzle-orm/pg-core'
import { policyTo } from '../../postgres/policy.ts'
import { tableKey } from '../../postgres/table.ts'
import type { TableName } from './column.ts'
import type { Reader } from './reader.ts'

export function readPolicy(declared: PgPolicy, { schema, table }: TableName, reader: Reader) {
  const { orm } = reader.library
  const text = (value: unknown) => (orm.is(value, orm.SQL) ? reader.text(value) : null)
  return policyTo(
    rolesOf(declared.to ?? 'public'),
    { schema, table, name: declared.name },
    {
      as: declared.as ?? 'permissive',
      for: declared.for ?? 'all',
      using: text(declared.using),
      withCheck: text(declared.withCheck),
    },
    tableKey(schema, table),
  )
}

/** The table that a policy was given to by `.link()`; drizzle-orm has no public way to ask. */
export const linkedTable = (declared: PgPolicy): PgTable | undefined =>
  (declared as { readonly _linkedTable?: PgTable })._linkedTable

function rolesOf(to: PgPolicyToOption): readonly string[] {
  if (Array.isArray(to)) return to.flatMap(rolesOf)
  return [typeof to === 'string' ? to : to.name]
}
