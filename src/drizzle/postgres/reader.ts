import type { SQL } from 'drizzle-orm'
import type { Library } from '../library.ts'

/** How the readers of all kinds look at drizzle's objects. */
export interface Reader {
  readonly library: Library
  /** The name in the database: a column without one of its own is named after its key, in the config's casing. */
  name(column: { readonly name: string; readonly keyAsName: boolean }): string
  /** The SQL of an expression as drizzle renders it, with values written into it. In an index columns stand alone. */
  text(expression: SQL, place?: 'indexes'): string
}

/** Sees names and texts as `casing` has them. */
export function makeReader(library: Library, casing: 'camelCase' | 'snake_case' | null): Reader {
  const { orm, core } = library
  const dialect = new core.PgDialect(casing ? { casing } : {})
  const cased = {
    camelCase: library.casing.toCamelCase,
    snake_case: library.casing.toSnakeCase,
  }
  return {
    library,
    name: (column) => (column.keyAsName && casing ? cased[casing](column.name) : column.name),
    // drizzle-kit leaves `$1` for a value, which no DDL statement can run.
    text: (expression, place) => dialect.sqlToQuery(orm.sql`${expression}`.inlineParams(), place).sql,
  }
}
