import type { Draft, View } from '../dialect/kind.ts'
import type { Key } from '../schema/object.ts'
import { dropConstraint, type InTable, tableOf } from './constraint.ts'
import { constraintExists } from './exists.ts'
import { impliedName } from './implied-name.ts'
import { dotted, ident } from './sql/quote.ts'
import { standing } from './standing.ts'

/** Must reads and writes of this table go on? Not of one that the same plan makes, or makes anew. */
export const staysOpen = (table: Key | undefined, view: View): boolean =>
  view.options.online && table !== undefined && standing(table, view) !== undefined

/**
 * ADD CONSTRAINT. Where the table stays open, rows are looked at in the next transaction, under a lock that lets them be
 * read and written (manual, ALTER TABLE, NOT VALID).
 */
export function addConstraint(
  id: InTable,
  clause: string,
  open: boolean,
  rest: Omit<Draft, 'sql'> = {},
): readonly Draft[] {
  const table = tableOf({ id })
  const sql = `ALTER TABLE ${table} ADD CONSTRAINT ${ident(id.name)} ${clause}`
  const unless = constraintExists(id.schema, id.table, id.name)
  if (!open) return [{ sql, unless, ...rest }]
  return [
    { sql: `${sql} NOT VALID`, unless, ...rest },
    {
      sql: `ALTER TABLE ${table} VALIDATE CONSTRAINT ${ident(id.name)}`,
      lock: 'share-update-exclusive',
      apart: true,
    },
  ]
}

/** SET NOT NULL for a table that stays open: it believes a check that has been validated (from 12), so it looks at no row. */
export function requireOpen({ schema, table, name }: InTable, { options }: View): readonly Draft[] {
  const on = `ALTER TABLE ${dotted(schema, table)}`
  const constraint = impliedName(table, name, 'not_null')
  const named = { schema, table, name: constraint }
  if (options.postgres >= 18) return addConstraint(named, `NOT NULL ${ident(name)}`, true)
  return [
    ...addConstraint(named, `CHECK (${ident(name)} IS NOT NULL)`, true),
    { sql: `${on} ALTER COLUMN ${ident(name)} SET NOT NULL` },
    dropConstraint(named),
  ]
}
