import { afterEach, expect, test } from 'vitest'
import type { Connection } from '../../src/dialect/connection.ts'
import { openEmbedded } from '../../src/postgres/embedded/embed.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { type OpenOptions, type Replay, replayOf } from '../../src/proof/replay.ts'

const opened: Connection[] = []
afterEach(async () => {
  for (const connection of opened.splice(0)) await connection.close()
})

/** A history of statements, with every statement that was sent, whichever database it went to. */
function replaying(statements: readonly string[], upTo?: number) {
  const sent: string[] = []
  const open = async (options: OpenOptions) => {
    const connection = await openEmbedded(options)
    opened.push(connection)
    const script = (sql: string) => {
      sent.push(sql)
      return connection.script(sql)
    }
    return { ...connection, script }
  }
  const migrations = statements.map((sql, i) => ({ tag: `000${i}`, sql }))
  return { sent, replay: replayOf({ dialect: postgres, open, migrations, providers: [] }, upTo) }
}

async function notes(replay: Replay, count: number) {
  const standing = await replay.at(count)
  if ('why' in standing) throw new Error(standing.why)
  return { ...standing, texts: await standing.connection.query('select text from notes order by id') }
}

const history = [
  'create table notes (id serial primary key, text text)',
  `insert into notes (text) values ('first')`,
  `create extension pg_trgm; create index on notes using gin (text gin_trgm_ops)`,
  `insert into notes (text) values ('second')`,
]

test('each state is a database of its own, and every migration runs once', async () => {
  const { replay, sent } = replaying(history)
  const one = await notes(replay, 1)
  const two = await notes(replay, 2)
  await two.connection.script(`delete from notes; insert into notes (text) values ('mine'); drop table notes`)
  const three = await notes(replay, 3)
  const all = await notes(replay, 4)

  expect(one.texts).toEqual([])
  expect(two.texts).toEqual([{ text: 'first' }])
  expect(three.texts).toEqual([{ text: 'first' }])
  expect(await three.connection.query(`select similarity('abc', 'abc')::int4 as same`)).toEqual([{ same: 1 }])
  expect(all.texts).toEqual([{ text: 'first' }, { text: 'second' }])
  for (const sql of history.flatMap((text) => text.split('; ')))
    expect(sent.filter((one) => one === sql)).toHaveLength(1)
})

test('states may be asked for at once', async () => {
  const { replay, sent } = replaying(history)
  const states = await Promise.all([1, 2, 4].map((count) => notes(replay, count)))

  expect(states.map(({ texts }) => texts.length)).toEqual([0, 1, 2])
  expect(sent.filter((one) => one === history[0])).toHaveLength(1)
})

test('the last state that is asked for is the database that went forward', async () => {
  const { replay } = replaying(history, 2)
  await notes(replay, 1)
  await notes(replay, 2)

  expect(opened).toHaveLength(2)
})

test('an earlier state can be asked for after a later one', async () => {
  const { replay } = replaying(history)

  expect((await notes(replay, 4)).texts).toHaveLength(2)
  expect((await notes(replay, 2)).texts).toHaveLength(1)
})

test('what was put in place of something missing is listed from where it was needed', async () => {
  const policy = 'create policy own on notes to authenticated using (true)'
  const { replay } = replaying([history[0]!, policy, 'select 1'])
  const before = await notes(replay, 1)
  const after = await notes(replay, 3)

  expect([...before.assumed.keys()]).toEqual([])
  expect([...after.assumed.keys()]).toEqual(['role authenticated'])
})

test('a migration that does not run stops all states after it, and none before it', async () => {
  const { replay } = replaying([history[0]!, 'select 1; select nothing', 'select 1'])
  const why = { why: '0001, statement 2: column "nothing" does not exist', engine: 'embedded PostgreSQL 18.6' }

  expect((await notes(replay, 1)).texts).toEqual([])
  expect(await replay.at(2)).toMatchObject(why)
  expect(await replay.at(3)).toMatchObject(why)
})
