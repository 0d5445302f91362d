import type { PgColumn } from 'drizzle-orm/pg-core'
import { enumType } from '../../postgres/enum.ts'
import { schemaKey } from '../../postgres/schema.ts'
import type { DrizzleEnum } from './declarations.ts'
import type { Reader } from './reader.ts'

export function readEnum({ schema = 'public', enumName, enumValues }: DrizzleEnum) {
  return enumType.make({ schema, name: enumName }, { values: [...enumValues] }, schemaKey(schema))
}

/** The enum that a column, or the elements of an array column, are of. */
export function enumOf(column: PgColumn, reader: Reader): DrizzleEnum | undefined {
  const { orm, core } = reader.library
  if (orm.is(column, core.PgArray)) return enumOf(column.baseColumn, reader)
  const declared = 'enum' in column ? column.enum : undefined
  return core.isPgEnum(declared) ? declared : undefined
}
