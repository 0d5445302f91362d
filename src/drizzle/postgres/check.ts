import type { Check } from 'drizzle-orm/pg-core'
import { check } from '../../postgres/check.ts'
import { tableKey } from '../../postgres/table.ts'
import type { TableName } from './column.ts'
import type { Reader } from './reader.ts'

export function readCheck({ name, value }: Check, { schema, table }: TableName, reader: Reader) {
  return check.make({ schema, table, name }, { expression: reader.text(value) }, tableKey(schema, table))
}
