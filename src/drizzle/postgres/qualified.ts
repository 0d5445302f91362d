import type { SQL } from 'drizzle-orm'
import type { Reader } from './reader.ts'

/** The same text with the schema of every table in it: a function may run under another search path, an empty one say. */
export function qualified(text: SQL, reader: Reader): SQL {
  const { orm, core } = reader.library
  const chunks = text.queryChunks.map((chunk) => {
    if (orm.is(chunk, orm.SQL)) return qualified(chunk, reader)
    if (!orm.is(chunk, core.PgTable)) return chunk
    const { schema, table } = reader.table(chunk)
    return orm.sql`${orm.sql.identifier(schema)}.${orm.sql.identifier(table)}`
  })
  return new orm.SQL(chunks)
}
