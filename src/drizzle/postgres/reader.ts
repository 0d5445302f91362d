import type { SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { columnKey } from '../../postgres/column.ts'
import type { Typed } from '../../postgres/column-type.ts'
import type { Key } from '../../schema/object.ts'
import type { Library } from '../library.ts'
import type { TableName } from './column.ts'
import { typedText } from './own-type.ts'

/** How the readers of all kinds look at drizzle's objects. */
export interface Reader {
  readonly library: Library
  /** The name in the database: a column without one of its own is named after its key, in the config's casing. */
  name(column: { readonly name: string; readonly keyAsName: boolean }): string
  /** The names of a table that is pointed to. */
  table(table: PgTable): TableName
  /** The key of a column that is pointed to. */
  column(column: PgColumn): Key
  /** The type that a text spells, with its key where it is declared beyond Drizzle. */
  typed(text: string): Typed
  /** The SQL of an expression as drizzle renders it, with values written into it. In an index columns stand alone. */
  text(expression: SQL, place?: 'indexes'): string
}

/** Sees names and texts as `casing` has them. */
export function makeReader(
  library: Library,
  casing: 'camelCase' | 'snake_case' | null,
  own: ReadonlyMap<string, Key> = new Map(),
): Reader {
  const { orm, core } = library
  const dialect = new core.PgDialect(casing ? { casing } : {})
  const cased = {
    camelCase: library.casing.toCamelCase,
    snake_case: library.casing.toSnakeCase,
  }
  const name: Reader['name'] = (column) => (column.keyAsName && casing ? cased[casing](column.name) : column.name)
  const table: Reader['table'] = (table) => {
    const { schema = 'public', name } = core.getTableConfig(table)
    return { schema, table: name }
  }
  return {
    library,
    name,
    table,
    column(column) {
      const of = table(column.table)
      return columnKey(of.schema, of.table, name(column))
    },
    typed: (text) => typedText(text, own),
    // drizzle-kit leaves `$1` for a value, which no DDL statement can run.
    text: (expression, place) => dialect.sqlToQuery(orm.sql`${expression}`.inlineParams(), place).sql,
  }
}
