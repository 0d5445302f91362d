import * as v from 'valibot'
import type { Connection } from '../../dialect/connection.ts'
import { dotted, literal } from '../sql/quote.ts'

/** Where a rollback keeps what it takes away. */
export const trashSchema = 'sluice_trash'

/** What a table of the trash is, as its comment says it in JSON. */
export interface Kept {
  /** The migration that was rolled back. */
  readonly tag: string
  /** The schema and the name of the table that the rows are of. */
  readonly table: readonly [schema: string, name: string]
  /** The columns that were taken away; null where the table was. */
  readonly columns: readonly string[] | null
  /** The columns that tell the rows apart; null where there is no primary key, and a row is told by all that it holds. */
  readonly key: readonly string[] | null
}

/** A table of the trash. */
export interface KeptTable extends Kept {
  /** Its name in `sluice_trash`. */
  readonly name: string
}

const format = v.object({
  tag: v.string(),
  table: v.tuple([v.string(), v.string()]),
  columns: v.nullable(v.array(v.string())),
  key: v.nullable(v.array(v.string())),
})

export const keptComment = (kept: Kept): string => literal(JSON.stringify(kept))

/** What the trash of a database holds, the newest first. */
export async function readTrash(connection: Connection): Promise<readonly KeptTable[]> {
  const rows = await connection.query(
    `select c.relname::text as name, obj_description(c.oid, 'pg_class') as about from pg_class c
     where c.relkind = 'r' and c.relnamespace = to_regnamespace($1) order by c.oid::bigint desc`,
    [trashSchema],
  )
  return rows.flatMap(({ name, about }) => {
    const kept = parse(String(about))
    return kept ? [{ ...kept, name: String(name) }] : []
  })
}

/** Whatever else lies there is somebody else's. */
function parse(text: string): Kept | undefined {
  try {
    return v.parse(format, JSON.parse(text))
  } catch {
    return undefined
  }
}

/** The name of a table of the trash, as SQL. */
export const inTrash = (name: string): string => dotted(trashSchema, name)
