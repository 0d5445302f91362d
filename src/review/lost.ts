import { lex, meaning } from '../postgres/sql/lex.ts'
import { named, stands, type TableName } from './acts.ts'
import type { Statement } from './statement.ts'

/** A table that is gone, or one of its columns. */
interface Lost {
  readonly table: TableName
  /** Null of a table. */
  readonly column: string | null
}

/**
 * The tables or columns that a statement was seen to lose, whatever it says: CASCADE takes columns of a type along, and
 * what a function or EXECUTE does stands in no text.
 */
export const lostBy = (statement: Statement, what: 'table' | 'column'): readonly Lost[] =>
  (statement.seen?.loses ?? [])
    .flatMap((phrase): readonly Lost[] => {
      const [, of, list = ''] = /^the (table|column) (.*) and its (?:rows|values)$/s.exec(phrase) ?? []
      const [schema, name, column = null] = [...lex(list)].filter(({ kind }) => kind === 'name').map(meaning)
      return of === what ? [{ table: named(schema, name), column }] : []
    })
    .filter(({ table }) => stands(statement, table))
