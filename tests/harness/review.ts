import { join } from 'node:path'
import { review as command } from '../../src/commands/review.ts'
import type { Connection } from '../../src/dialect/connection.ts'
import { writeSnapshot } from '../../src/drizzle/snapshot/write.ts'
import { readCatalog, survey } from '../../src/postgres/catalog.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { conventionsOf } from '../../src/review/conventions.ts'
import { loadParser, type Parser } from '../../src/review/parse.ts'
import type { Unread } from '../../src/review/read.ts'
import { type Review, review } from '../../src/review/review.ts'
import type { Example, Finding } from '../../src/review/rule.ts'
import { watch } from '../../src/review/watch.ts'
import { hashText } from '../../src/schema/hash.ts'
import { queryProject } from './embedded.ts'
import { project } from './project.ts'

let parser: Promise<Parser> | undefined

/** Reviews a migration on an empty database that its state is made in before. */
export async function reviewed(
  connection: Connection,
  example: Example,
  sizes: Unread['sizes'] = null,
): Promise<Review> {
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
    sizes,
    diagnoses: [],
    runtimeDefaults: new Map(),
    conventions: { ...conventionsOf({}), ...config },
    sighting,
  }
  return review(given, await parser)
}

const origin = '00000000-0000-0000-0000-000000000000'
const idOf = (number: number) => `${String(number).repeat(8)}-1111-4111-8111-111111111111`

/** Reviews the second migration of a project whose first one makes the state before, by the command itself. */
export async function reviewedProject(connection: Connection, example: Example): Promise<readonly Finding[]> {
  const { before, migration, config: review, files = {}, applied } = example
  const tags = ['0000_before', '0001_example']
  const texts = [before, migration]
  const made: Record<string, string | null> = {}
  for (const [i, tag] of tags.entries()) {
    for (const { text } of postgres.split(texts[i]!)) await connection.script(text)
    const prevId = i === 0 ? origin : idOf(i)
    const schema = await readCatalog(connection)
    made[`drizzle/${tag}.sql`] = texts[i]!
    made[`drizzle/meta/000${i}_snapshot.json`] = writeSnapshot({ id: idOf(i + 1), prevId, schema })
  }
  const entries = tags.map((tag, idx) => ({ idx, version: '7', when: 1764000000001 + idx, tag, breakpoints: true }))
  const config = { dialect: 'postgresql', ...('schema.ts' in files && { schema: './schema.ts' }), review }
  const all = {
    'drizzle.config.ts': `export default ${JSON.stringify(config)}`,
    'drizzle/meta/_journal.json': JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
    ...made,
    ...files,
  }
  const there = Object.entries(all).flatMap(([path, text]) => (text === null ? [] : [[path, text] as const]))
  await using it = await project(Object.fromEntries(there))
  if (applied !== undefined) {
    const rows = [before, applied].map((sql, i) => `('${hashText(sql)}', ${entries[i]!.when})`)
    const ledger = 'drizzle.__drizzle_migrations (hash, created_at)'
    await queryProject(
      it.folder,
      `create schema drizzle; create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
       insert into ${ledger} values ${rows.join(', ')}`,
    )
  }
  const quiet = { signal: new AbortController().signal, prompt: null, report() {}, warn() {}, progress() {} }
  const { findings } = await command.run(
    { ...quiet, cwd: it.folder },
    { tag: [join('drizzle', '0001_example.sql')], database: applied !== undefined },
  )
  return findings
}
