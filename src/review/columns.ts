import { ident } from '../postgres/sql/quote.ts'
import { alters, at, clause, newColumns, only, script, strings, type TableName } from './acts.ts'
import { typeAt } from './column-text.ts'
import { type Act, type NodeOf, offsetOf } from './parse.ts'
import type { Statement } from './statement.ts'

/** A column with the type that a statement gives it. */
export interface TypedColumn {
  readonly table: TableName
  /** As the database keeps it. */
  readonly name: string
  /** What the parser calls the type, without its schema: `int4` for integer, `bpchar` for char; `bigserial` as it is. */
  readonly type: string
  /** It says how long a value may be, or how exact. */
  readonly limited: boolean
  /** Where the type stands in the text of the statement: UTF-16 code units from 0. */
  readonly offset: number
  readonly act: Act
  /** The definition of a new column; null where one that is there gets another type. */
  readonly column: NodeOf<'ColumnDef'> | null
  readonly typeName: NodeOf<'TypeName'>
}

/** What a serial type is a short word for (manual 8.1.4). */
export const serialTypes: Readonly<Record<string, string>> = {
  smallserial: 'smallint',
  serial2: 'smallint',
  serial: 'integer',
  serial4: 'integer',
  bigserial: 'bigint',
  serial8: 'bigint',
}

/** The columns that a statement makes, with their types. */
export const newTypes = (statement: Statement): readonly TypedColumn[] =>
  newColumns(statement).flatMap(({ table, column, act }) => typed(table, column.colname, column.typeName, act, column))

/** The same, and those that get another type. */
export const givenTypes = (statement: Statement): readonly TypedColumn[] => [
  ...newTypes(statement),
  ...alters(statement, 'AT_AlterColumnType').flatMap(({ table, command, act }) =>
    typed(table, command.name, only(command.def, 'ColumnDef')?.typeName, act, null),
  ),
]

function typed(
  table: TableName,
  name = '',
  typeName: TypedColumn['typeName'] | undefined,
  act: Act,
  column: TypedColumn['column'],
): readonly TypedColumn[] {
  const type = strings(typeName?.names).at(-1)
  if (!typeName || type === undefined) return []
  const offset = at(act, typeName.location)
  return [{ table, name, type, limited: (typeName.typmods ?? []).length > 0, offset, act, column, typeName }]
}

/** The type as it is written: `varchar(20)[]`. */
export const typeText = ({ act, typeName }: TypedColumn): string => typeAt(act, typeName.location)

/** SQL that gives it another type: the definition of a new column, with its brackets of an array, or an ALTER TABLE. */
export function withType(given: TypedColumn, type: string): string {
  const { act, column, typeName, table, name } = given
  const old = typeText(given)
  const next = type + (/(?:\[\d*\])+$/.exec(old)?.[0] ?? '')
  if (!column) return script(`ALTER TABLE ${table.sql} ALTER COLUMN ${ident(name)} TYPE ${next}`)
  const text = clause(act, column.location)
  const start = offsetOf(act.text, typeName.location) - offsetOf(act.text, column.location)
  return text.slice(0, start) + next + text.slice(start + old.length)
}
