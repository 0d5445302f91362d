import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../src/postgres/server/connect.ts'
import { commandLine } from '../harness/cli.ts'
import { project } from '../harness/project.ts'
import { type Server, startServer } from '../harness/server.ts'

const sluice = commandLine()
let server: Server
beforeAll(async () => {
  server = await startServer()
}, 60_000)
afterAll(() => server?.stop())

const first = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text);'
const second = 'CREATE INDEX "users_email_idx" ON "users" ("email");'
const third = 'ALTER TABLE "users" ALTER COLUMN "email" SET NOT NULL;'

test('--database tells how large the tables are, by what the server estimates, and what was edited after it ran', async () => {
  const url = await server.createDatabase()
  const tags = ['0000_first', '0001_second', '0002_third']
  const entries = tags.map((tag, idx) => ({ idx, version: '7', when: idx + 1, tag, breakpoints: true }))
  const texts = [first, second, third]
  await using it = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', review: { rules: { 'missing-snapshot': 'off' } } }`,
    'drizzle/meta/_journal.json': JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
    ...Object.fromEntries(tags.map((tag, i) => [`drizzle/${tag}.sql`, texts[i]!])),
  })
  const run = (...args: string[]) => sluice.run(args, { cwd: it.folder, env: { DATABASE_URL: url } })
  expect(await run('migrate', '--to', '0000_first')).toMatchObject({ status: 0 })
  const connection = await connect(url)
  const messages = async (rows: number) => {
    await connection.query(`update pg_class set reltuples = ${rows} where oid = 'public.users'::regclass`)
    const { json } = await run('review', '--database', '--json', '0001_second', '0002_third')
    return json.findings.map(({ message }: { message: string }) => message)
  }
  try {
    for (const [rows, words] of [
      [12_345_678, '12.3 million rows'],
      [12_000_000, '12 million rows'],
      [2_000_000_000, '2 billion rows'],
      [45_600, '45.6 thousand rows'],
      [7, '7 rows'],
      [1, '1 row'],
      [999_990, '1 million rows'],
    ] as const)
      expect(await messages(rows), words).toEqual([
        `the index "users_email_idx" is built while writes to "public"."users" (about ${words}) wait`,
        expect.stringContaining(`"public"."users" (about ${words})`),
      ])
    // Never analysed: nobody knows.
    expect((await messages(-1))[0]).toBe('the index "users_email_idx" is built while writes to "public"."users" wait')
  } finally {
    await connection.close()
  }
}, 120_000)
