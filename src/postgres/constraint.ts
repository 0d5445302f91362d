import type { Draft } from '../dialect/kind.ts'
import { constraintExists } from './exists.ts'
import { dotted, ident } from './sql/quote.ts'

/** The names of a constraint, or of something else that lies in a table. */
export type InTable = Readonly<Record<'schema' | 'table' | 'name', string>>

/** The table that a part lies in, as SQL. */
export const tableOf = ({ id }: { readonly id: Omit<InTable, 'name'> }): string => dotted(id.schema, id.table)

export const dropConstraint = (id: InTable, words: '' | 'IF EXISTS ' = ''): Draft => ({
  sql: `ALTER TABLE ${tableOf({ id })} DROP CONSTRAINT ${words}${ident(id.name)}`,
})

export const renameConstraint = (from: InTable, to: InTable): Draft => ({
  sql: `ALTER TABLE ${tableOf({ id: from })} RENAME CONSTRAINT ${ident(from.name)} TO ${ident(to.name)}`,
  unless: constraintExists(to.schema, to.table, to.name),
})
