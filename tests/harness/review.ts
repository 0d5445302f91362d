import type { Connection } from '../../src/dialect/connection.ts'
import { survey } from '../../src/postgres/catalog.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { conventionsOf } from '../../src/review/conventions.ts'
import { loadParser, type Parser } from '../../src/review/parse.ts'
import { type Review, review } from '../../src/review/review.ts'
import type { Example } from '../../src/review/rule.ts'
import { watch } from '../../src/review/watch.ts'

let parser: Promise<Parser> | undefined

/** Reviews a migration on an empty database that its state is made in before. */
export async function reviewed(connection: Connection, example: Example): Promise<Review> {
  const { before: sql, migration, config, postgres: major = 14 } = example
  if (sql !== '') await connection.script(sql)
  const before = (await survey(connection)).schema
  const sighting = await watch({ connection, assumed: new Map() }, migration, postgres)
  const after = (await survey(connection)).schema
  parser ??= loadParser()
  const given = {
    tag: '0001_example',
    file: 'drizzle/0001_example.sql',
    sql: migration,
    before,
    after,
    planned: false,
    postgres: major,
    sizes: null,
    conventions: { ...conventionsOf({}), ...config },
    sighting,
  }
  return review(given, await parser)
}
