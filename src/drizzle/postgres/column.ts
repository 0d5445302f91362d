import type { PgColumn } from 'drizzle-orm/pg-core'
import { column, type Identity, ordinaryColumn } from '../../postgres/column.ts'
import { enumKey } from '../../postgres/enum.ts'
import { impliedName } from '../../postgres/implied-name.ts'
import { tableKey } from '../../postgres/table.ts'
import { readDefault } from './default.ts'
import { enumOf } from './enum.ts'
import { columnType } from './own-type.ts'
import type { Reader } from './reader.ts'
import { identityOptions } from './sequence.ts'

/** The table that a part belongs to, by its names in the database. */
export interface TableName {
  readonly schema: string
  readonly table: string
}

export function readColumn(declared: PgColumn, position: number, { schema, table }: TableName, reader: Reader) {
  const name = reader.name(declared)
  const type = declared.getSQLType()
  const declaredEnum = enumOf(declared, reader)
  const typed = declaredEnum
    ? {
        type: type.slice(declaredEnum.enumName.length),
        of: enumKey(declaredEnum.schema ?? 'public', declaredEnum.enumName),
      }
    : columnType(declared, reader)
  const { default: sql, plainDefault } = readDefault(declared, reader)
  return column.make(
    { schema, table, name },
    ordinaryColumn({
      type: typed.type,
      of: typed.of,
      notNull: declared.notNull,
      default: sql,
      plainDefault,
      generated: readGenerated(declared, reader),
      identity: readIdentity(declared, table, name),
      serial: /^(small|big)?serial$/.test(type) ? impliedName(table, name, 'seq') : null,
      position,
    }),
    tableKey(schema, table),
    typed.of ? [typed.of] : [],
  )
}

function readGenerated({ generated }: PgColumn, { library: { orm }, text }: Reader): string | null {
  if (!generated) return null
  const as: unknown = typeof generated.as === 'function' ? generated.as() : generated.as
  return orm.is(as, orm.SQL) ? text(as) : String(as)
}

function readIdentity(declared: PgColumn, table: string, name: string): Identity | null {
  const { generatedIdentity: identity } = declared
  if (!identity) return null
  return {
    generated: identity.type,
    name: identity.sequenceName ?? `${table}_${name}_seq`,
    ...identityOptions(identity.sequenceOptions, declared.getSQLType()),
  }
}
