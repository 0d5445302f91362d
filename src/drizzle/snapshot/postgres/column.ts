import { type Column, type ColumnAttrs, column, ordinaryColumn } from '../../../postgres/column.ts'
import { isBuiltIn } from '../../../postgres/column-type.ts'
import { enumKey } from '../../../postgres/enum.ts'
import { impliedName } from '../../../postgres/implied-name.ts'
import { literal } from '../../../postgres/sql/quote.ts'
import { type Json, type Key, kindOf, namesOf } from '../../../schema/object.ts'
import { typeName } from '../../declare/type-name.ts'
import type { ColumnJson } from './format.ts'
import type { Owner } from './owner.ts'
import { readNumbers, writeNumbers } from './sequence.ts'

/** The enums of a snapshot, by their names. */
export type Enums = ReadonlyMap<string, readonly Key[]>

export function readColumn(json: ColumnJson, { id, key }: Owner, position: number, enums: Enums) {
  const { type, of } = readType(json, enums)
  const { default: sql, plainDefault } = readDefault(json.default)
  return column.make(
    { schema: id.schema, table: id.table, name: json.name },
    ordinaryColumn({
      type,
      of,
      notNull: json.notNull,
      default: sql,
      plainDefault,
      generated: json.generated?.as ?? null,
      identity: json.identity
        ? { generated: json.identity.type, name: json.identity.name, ...readNumbers(json.identity) }
        : null,
      serial: /^(small|big)?serial$/.test(json.type) ? impliedName(id.table, json.name, 'seq') : null,
      position,
    }),
    key,
    of ? [of] : [],
  )
}

export function writeColumn({ id, attrs }: Column, primaryKey: boolean): ColumnJson {
  const [schema = '', name = ''] = attrs.of ? namesOf(attrs.of) : []
  const isEnum = attrs.of !== null && kindOf(attrs.of) === 'enum'
  return {
    name: id.name,
    type: `${isEnum ? name : attrs.of ? typeName({ schema, name }) : ''}${attrs.type}`,
    ...(isEnum && { typeSchema: schema }),
    primaryKey,
    notNull: attrs.notNull,
    ...(attrs.generated !== null && { generated: { as: attrs.generated, type: 'stored' } }),
    ...(attrs.identity && {
      identity: {
        type: attrs.identity.generated,
        name: attrs.identity.name,
        schema: id.schema,
        ...writeNumbers(attrs.identity),
      },
    }),
    ...(attrs.default !== null && { default: attrs.plainDefault ? plain(attrs.default) : attrs.default }),
  }
}

/**
 * drizzle-kit leaves the schema out for a column of `pgEnum('mood', Mood)`, an enum of TypeScript; before 0.31 for every array
 * of an enum. It is then the enum of that name in `public`, or else the only one.
 */
function readType({ type, typeSchema }: ColumnJson, enums: Enums): Pick<ColumnAttrs, 'type' | 'of'> {
  if (typeSchema !== undefined && enums.get(type)?.includes(enumKey(typeSchema, type)))
    return { type: '', of: enumKey(typeSchema, type) }
  const brackets = /(\[\d*\])*$/.exec(type)![0]
  const name = type.slice(0, type.length - brackets.length)
  const found = typeSchema === undefined ? enumNamed(name, enums) : enumKey(typeSchema, name)
  return found ? { type: brackets, of: found } : { type, of: null }
}

function enumNamed(name: string, enums: Enums): Key | undefined {
  const found = enums.get(name)
  if (!found || isBuiltIn(name)) return undefined
  const inPublic = enumKey('public', name)
  return found.includes(inPublic) ? inPublic : found.length === 1 ? found[0] : undefined
}

/** SQL is a string; `true`, `0` and `null` stand as themselves. */
function readDefault(json: Json | undefined): Pick<ColumnAttrs, 'default' | 'plainDefault'> {
  if (json === undefined) return { default: null, plainDefault: false }
  if (typeof json === 'string') return { default: json, plainDefault: false }
  const text = JSON.stringify(json)
  return { default: json !== null && typeof json === 'object' ? literal(text) : text, plainDefault: true }
}

/** The value of a plain default: a list or an object is in quotes in SQL. */
const plain = (sql: string): Json =>
  JSON.parse(sql.startsWith("'") ? sql.slice(1, -1).replaceAll("''", "'") : sql) as Json
