import type { Connection, Row } from '../dialect/connection.ts'

/**
 * The rows of queries without parameters, in one go where that is quicker. They come as one text each, since to take a
 * thousand rows apart field by field, and to hand them on between threads, takes longer than to find them. Values are as
 * JSON has them: an oid is text, and so must be asked for whatever may need more than 53 bits.
 */
export async function readJson<R extends object = Row>(
  connection: Connection,
  queries: readonly string[],
): Promise<readonly (readonly R[])[]> {
  const asked = queries.map((query) => `select coalesce(json_agg(r), '[]')::text as rows from (${query}) r`)
  const found = await (connection.batch?.(asked) ?? oneByOne(connection, asked))
  return found.map(([row]) => JSON.parse((row as { readonly rows: string }).rows) as readonly R[])
}

async function oneByOne(connection: Connection, queries: readonly string[]): Promise<readonly (readonly Row[])[]> {
  const rows = []
  for (const query of queries) rows.push(await connection.query(query))
  return rows
}
