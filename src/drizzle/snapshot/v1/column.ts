import { literal } from '../../../postgres/sql/quote.ts'
import type { Json } from '../../../schema/object.ts'
import type { ColumnJson } from '../postgres/format.ts'
import type { RowOf } from './format.ts'

type ColumnRow = RowOf<'columns'>

/** A column of version 7 as a row; `isEnum` tells whether a type is the name of one, which may itself end in brackets. */
export function writeColumn(
  json: ColumnJson,
  of: { readonly schema: string; readonly table: string },
  isEnum: (schema: string, name: string) => boolean,
): ColumnRow {
  const { type, typeSchema } = json
  const whole = typeSchema !== undefined && isEnum(typeSchema, type)
  const brackets = whole ? '' : /(\[\d*\])*$/.exec(type)![0]
  return {
    ...of,
    name: json.name,
    type: written(type.slice(0, type.length - brackets.length)),
    typeSchema: typeSchema ?? null,
    notNull: json.notNull,
    dimensions: brackets.split('[').length - 1,
    default: defaultText(json.default),
    generated: json.generated ? { as: json.generated.as, type: 'stored' } : null,
    identity: writeIdentity(json.identity),
    entityType: 'columns',
  }
}

function writeIdentity(json: ColumnJson['identity']): ColumnRow['identity'] {
  if (!json) return null
  return {
    type: json.type,
    name: json.name,
    increment: json.increment ?? null,
    startWith: json.startWith ?? null,
    minValue: json.minValue ?? null,
    maxValue: json.maxValue ?? null,
    cache: numberOf(json.cache),
    cycle: json.cycle ?? null,
  }
}

export function readColumn(row: ColumnRow, primaryKey: boolean): ColumnJson {
  const { identity } = row
  return {
    name: row.name,
    type: `${read(row.type)}${'[]'.repeat(row.dimensions)}`,
    ...(row.typeSchema !== null && { typeSchema: row.typeSchema }),
    primaryKey,
    notNull: row.notNull,
    ...(row.generated && { generated: row.generated }),
    ...(identity && {
      identity: {
        type: identity.type,
        name: identity.name,
        schema: row.schema,
        ...said({
          increment: identity.increment,
          startWith: identity.startWith,
          minValue: identity.minValue,
          maxValue: identity.maxValue,
          cache: identity.cache === null ? null : String(identity.cache),
          cycle: identity.cycle,
        }),
      },
    }),
    ...(row.default !== null && { default: plainOrSql(row.default) }),
  }
}

/** Without what is null: version 7 leaves it out. */
export const said = <T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }

export const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text))

/** Drizzle 0.31 puts a space into `numeric(10, 2)` and `timestamp (3)`, drizzle-kit 1.0 takes it out. */
const written = (type: string) => type.replace(', ', ',').replace('timestamp (', 'timestamp(')
const read = (type: string) => type.replace(/^(numeric\(\d+),(?=-?\d)/, '$1, ').replace(/^timestamp\(/, 'timestamp (')

/** The SQL of a default without the cast to the column's own type, as drizzle-kit keeps it (`trimDefaultValueSuffix`). */
function defaultText(json: Json | undefined): string | null {
  if (json === undefined) return null
  if (typeof json !== 'string')
    return json !== null && typeof json === 'object' ? literal(JSON.stringify(json)) : `${json}`
  return json.replace(/(::["\w.\s-]+(?:\([^)]*\))?(?:\swith(?:out)?\stime\szone)?(?:\[\])*)+$/i, '')
}

/** `true` and `0` are values to version 7, all else is SQL. */
const plainOrSql = (sql: string): Json => (/^(true|false|-?\d{1,15}(\.\d{1,15})?)$/.test(sql) ? JSON.parse(sql) : sql)
