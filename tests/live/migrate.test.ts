import { describe, expect, test } from 'vitest'
import { dryRun } from '../../src/migrate/dry-run.ts'
import { readStatus, stateLine } from '../../src/migrate/status.ts'
import { connect } from '../../src/postgres/server/connect.ts'
import { live } from '../harness/database.ts'
import { folderOf } from '../harness/migrations.ts'

const db = live()

const three = {
  '0000_a': 'create table a (i int);\n--> statement-breakpoint\ninsert into a values (1)',
  '0001_b': 'alter table a add column b int; update a set b = 1;',
  '0002_c': 'insert into a values (2, 2), (3, 3)',
}

describe('a plain run', () => {
  test('applies what is pending, and says so before and after', async () => {
    const outcome = await db.run(three)
    expect(outcome.failed).toBeUndefined()
    expect(outcome.applied.map(({ tag }) => tag)).toEqual(['0000_a', '0001_b', '0002_c'])
    expect(db.events.flatMap((event) => (event.type === 'state' ? event.line : []))).toEqual([
      'Migration state: 0 applied, 3 expected, 3 pending',
      'Migration state: 3 applied, 3 expected, 0 pending',
    ])
    expect(await db.one('select count(*)::int from a where b is not null')).toBe(3)
    const rows = await db.connection.query('select id, hash, created_at from drizzle.__drizzle_migrations order by id')
    expect(rows).toEqual(
      folderOf(three).migrations.map(({ hash, when }, index) => ({ id: index + 1, hash, created_at: String(when) })),
    )
    expect(await db.run(three)).toMatchObject({ applied: [], pending: [] })
    expect(await db.whens()).toHaveLength(3)
  })

  test('applies those that it is told to, and says what is left', async () => {
    expect(await db.run(three, { only: ({ tag }) => tag <= '0001_b' })).toMatchObject({
      pending: ['0002_c'],
      applied: [{}, { tag: '0001_b' }],
    })
  })

  test('passes over a migration that somebody else has applied meanwhile', async () => {
    const other = await db.open()
    const outcome = await db.run(three, {
      async conditions({ tag, hash, when }) {
        if (tag !== '0001_b') return []
        await other.script(three[tag])
        await other.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [hash, when])
        return []
      },
    })
    expect(outcome).toMatchObject({ applied: [{ tag: '0000_a' }, { tag: '0002_c' }], pending: [] })
    expect(await db.whens()).toEqual([1000, 2000, 3000])
  })

  describe('many that take no time', () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `${String(i).padStart(4, '0')}_t`,
        `create table t${i} (id int);\ncreate index on t${i} (id)`,
      ]),
    )

    test('are all applied and entered in their order, and each is told of', async () => {
      const told = new Map<string, number>()
      const outcome = await db.run(many, {
        onEvent: ({ type }) => told.set(type, (told.get(type) ?? 0) + 1),
      })
      expect(outcome.failed).toBeUndefined()
      expect(outcome.applied.map(({ tag }) => tag)).toEqual(Object.keys(many))
      expect(await db.whens()).toEqual(Object.keys(many).map((_, i) => (i + 1) * 1_000))
      expect([...told]).toContainEqual(['migration-end', 40])
      expect([...told]).toContainEqual(['statement-end', 80])
    })

    test.each([
      [
        'fails',
        `create table c (id int);\n  select 1 / 0;`,
        { state: '22012', at: { line: 2, column: 3, statement: 2 } },
      ],
      [
        'is no SQL',
        'create table c (id int);\n  creat table d ()',
        { state: '42601', at: { line: 2, column: 3, statement: 2 } },
      ],
      [
        'fails as it is committed',
        'create table p (id int primary key); create table f (id int references p deferrable initially deferred); insert into f values (1)',
        { state: '23503' },
      ],
    ])('stop at one that %s, and go on from there', async (_, sql, failed) => {
      expect(await db.run({ ...many, '0030_t': sql })).toMatchObject({
        applied: { length: 30 },
        failed: { tag: '0030_t', ...failed },
        pending: { length: 10 },
      })
      expect(await db.one(`select count(*)::int from pg_class where relname in ('c', 'p', 'f')`)).toBe(0)
      expect(await db.run(many)).toMatchObject({ applied: { length: 10 }, pending: [] })
    })

    test('are passed over where somebody else has applied them meanwhile', async () => {
      const there = folderOf(many).migrations[35]!
      const enter = `insert into drizzle.__drizzle_migrations (hash, created_at) values ('${there.hash}', ${there.when})`
      const outcome = await db.run({ ...many, '0030_t': enter })
      expect(outcome.failed).toBeUndefined()
      expect(outcome.applied).toHaveLength(39)
      expect(await db.one(`select to_regclass('t35')::text`)).toBeNull()
    })

    test('wait for a lock one by one', async () => {
      const other = await db.open()
      await other.script('create table busy (id int)')
      await other.script('begin; lock busy')
      const waiting = db.run({ ...many, '0030_t': 'alter table busy add x int' }, { lockTimeout: 100 })
      while (!db.events.some(({ type }) => type === 'retry')) await new Promise((resolve) => setTimeout(resolve, 20))
      await other.script('commit')
      expect(await waiting).toMatchObject({ applied: { length: 40 }, pending: [] })
    })

    test('take nothing of each other', async () => {
      const files = {
        ...many,
        '0030_t': `create schema s; set search_path = s; set statement_timeout = 1234; create table inside (id int)`,
      }
      expect(
        (
          await db.run({
            ...files,
            '0031_t': `create table outside as select current_setting('statement_timeout') as t`,
          })
        ).failed,
      ).toBeUndefined()
      expect(await db.one(`select t from public.outside`)).not.toBe('1234ms')
      expect(await db.one(`select to_regclass('s.inside')::text`)).toBe('s.inside')
    })
  })

  test('sends a statement after a SET that changes how it is read', async () => {
    const files = {
      '0000_a': `create table a (t text);\nset standard_conforming_strings = off;\ninsert into a values ('it\\'s');`,
    }
    expect((await db.run(files)).failed).toBeUndefined()
    expect(await db.one('select t from a')).toBe("it's")
  })

  test('a dry run shows the SQL with its transactions and leaves no trace', async () => {
    const { script, pending } = await dryRun({
      connection: db.connection,
      folder: folderOf({ '0000_a': 'create table a (i int); create index concurrently x on a (i);' }),
    })
    expect(pending).toEqual(['0000_a'])
    expect(script).toMatch(
      /begin;\ncreate table a \(i int\);\ncommit;\n-- outside a transaction\ncreate index concurrently/,
    )
    expect(await db.one(`select count(*)::int from pg_namespace where nspname = 'drizzle'`)).toBe(0)
    expect((await db.connection.query(`select from pg_class where relname = 'a'`)).length).toBe(0)
    const status = await readStatus(db.connection, folderOf(three))
    expect(stateLine(status)).toBe('Migration state: 0 applied, 3 expected, 3 pending')
    expect(status.exists).toBe(false)
  })

  test('the SQL of a dry run does what the run does', async () => {
    const { script } = await dryRun({ connection: db.connection, folder: folderOf(three) })
    await db.connection.script(script!)
    expect(await db.run(three)).toMatchObject({ applied: [], pending: [] })
  })

  test('keeps its ledger where the config says, whatever the names', async () => {
    const ledger = { schema: `my "odd" schema`, table: `it's; drop` }
    expect(await db.run(three, { ledger })).toMatchObject({ pending: [] })
    expect(await db.one(`select count(*)::int from "my ""odd"" schema"."it's; drop"`)).toBe(3)
    expect(await db.run(three, { ledger })).toMatchObject({ applied: [] })
  })

  test('fills the columns of a ledger of drizzle-orm 1.0', async () => {
    await db.connection.script(`create schema drizzle; create table drizzle.__drizzle_migrations
      (id serial primary key, hash text not null, created_at bigint, name text, applied_at timestamptz)`)
    await db.run(three)
    expect(
      await db.connection.query(
        'select name from drizzle.__drizzle_migrations where applied_at is not null order by id',
      ),
    ).toEqual([{ name: '0000_a' }, { name: '0001_b' }, { name: '0002_c' }])
  })

  test('says why the ledger cannot be made', async () => {
    await db.connection.script(
      `create role app login password 'x'; grant connect on database ${await db.one('select current_database()')} to app; set role app`,
    )
    await expect(db.run(three)).rejects.toMatchObject({
      code: 'LEDGER_NOT_MADE',
      exit: 3,
      message: /permission denied/,
    })
    await db.connection.script(
      'reset role; create schema drizzle authorization app; grant all on schema public to app; set role app',
    )
    const outcome = await db.run(three)
    // RESET ROLE ends our own SET ROLE with the first migration; the rest runs as who logged in.
    expect(outcome.failed).toBeUndefined()
    await db.connection.script('drop owned by app; drop role app')
  })
})

describe('identity', () => {
  test('applies an entry older than the newest applied one', async () => {
    await db.run({
      '0000_a': { sql: 'create table a ()', when: 1000 },
      '0002_c': { sql: 'create table c ()', when: 3000 },
    })
    const outcome = await db.run({
      '0000_a': { sql: 'create table a ()', when: 1000 },
      '0001_b': { sql: 'create table b ()', when: 2000 },
      '0002_c': { sql: 'create table c ()', when: 3000 },
    })
    expect(outcome.applied).toMatchObject([{ tag: '0001_b' }])
    expect(await db.whens()).toEqual([1000, 3000, 2000])
  })

  test('an edited file stops the run before anything is executed', async () => {
    await db.run({ '0000_a': 'create table a ()' })
    const edited = db.run({ '0000_a': 'create table a (i int)', '0001_b': 'create table b ()' })
    await expect(edited).rejects.toMatchObject({
      code: 'HISTORY_EDITED',
      exit: 1,
      message: expect.stringContaining('0000_a'),
      hint: expect.stringContaining('drizzle/0000_a.sql'),
    })
    expect(await db.whens()).toEqual([1000])
  })

  test('rows of a newer release are a warning', async () => {
    await db.run(three)
    const { '0002_c': newer, ...older } = three
    const outcome = await db.run(older)
    expect(outcome).toMatchObject({ applied: [], pending: [], missing: [{ createdAt: 3000 }] })
    expect(outcome.failed).toBeUndefined()
    expect(db.events).toContainEqual({ type: 'missing', entries: outcome.missing })
  })
})

describe('a failing migration', () => {
  test('names file, line, column, statement and the server’s words; nothing of it stays', async () => {
    const sql = `create table t (i int);\n--> statement-breakpoint\n-- ü\nalter table t\n  add column "é" integr;\n`
    const { applied, failed, pending } = await db.run({ '0000_a': 'create table a ()', '0001_b': sql })
    expect(applied).toMatchObject([{ tag: '0000_a' }])
    expect(pending).toEqual(['0001_b'])
    expect(failed).toMatchObject({ kind: 'statement', tag: '0001_b', state: '42704', committed: 0, error: { exit: 3 } })
    expect(failed?.at).toMatchObject({ file: 'drizzle/0001_b.sql', line: 5, column: 18, statement: 2, of: 2 })
    expect(failed?.at?.excerpt).toContain('> 5 |   add column "é" integr;\n    |                  ^')
    expect(failed?.error.message).toBe(
      'drizzle/0001_b.sql:5:18: statement 2 of 2 failed: type "integr" does not exist (42704)',
    )
    expect(failed?.error.hint).toContain('nothing of 0001_b was applied')
    expect(await db.one(`select to_regclass('t')`)).toBeNull()
  })

  test.each([
    ['in the only statement', '\n  selec 1', '2:3: statement 1 of 1 failed: syntax error at or near "selec" (42601)'],
    ['in the first', `selec '🙂';\nselect 1`, '1:1: statement 1 of 2 failed: syntax error at or near "selec" (42601)'],
    ['in the last', `select '🙂';\nselect 1,, 2`, '2:10: statement 2 of 2 failed: syntax error at or near "," (42601)'],
    [
      'in a text without an end',
      `select 1;\nselect 'a`,
      `2:8: statement 2 of 2 failed: unterminated quoted string at or near "'a" (42601)`,
    ],
    ['in a name', `select '🙂', x`, '1:14: statement 1 of 1 failed: column "x" does not exist (42703)'],
  ])('names the place of an error %s', async (_, sql, message) => {
    const warned: string[] = []
    const connection = await connect(db.url, { onNotice: (notice) => warned.push(notice.message) })
    const { failed } = await db.run({ '0000_a': sql }, { connection })
    await connection.close()
    expect(failed?.error.message).toBe(`drizzle/0000_a.sql:${message}`)
    expect(warned).toEqual([])
  })

  test('keeps the server’s detail and hint', async () => {
    const { failed } = await db.run({
      '0000_a': `create table a (i int primary key); insert into a values (1);\ninsert into a values (1)`,
    })
    expect(failed?.error.details).toMatchObject({ state: '23505', detail: 'Key (i)=(1) already exists.' })
    const { failed: hinted } = await db.run({ '0000_a': 'select nothing(1)' })
    expect(hinted?.error.details).toMatchObject({
      state: '42883',
      hint: expect.stringContaining('explicit type casts'),
    })
  })

  test('what only COMMIT finds out is a failure too', async () => {
    const { failed } = await db.run({
      '0000_a': `create table a (i int primary key); create table b (i int references a deferrable initially deferred); insert into b values (1)`,
    })
    expect(failed).toMatchObject({ kind: 'statement', state: '23503' })
    expect(await db.one(`select to_regclass('b')`)).toBeNull()
    expect(await db.whens()).toEqual([])
  })
})

describe('conditions', () => {
  const files = {
    '0000_a': 'create table a (i int); insert into a values (null), (null), (1)',
    '0001_b': 'create table b ()',
  }
  const missing = { query: 'select count(*) from a where i is null', says: 'rows of "a" have no "i"' }

  test('refuse a migration with their counts, and nothing of it is applied', async () => {
    const { applied, failed } = await db.run(files, { conditions: ({ tag }) => (tag === '0001_b' ? [missing] : []) })
    expect(applied).toMatchObject([{ tag: '0000_a' }])
    expect(failed).toMatchObject({
      kind: 'condition',
      tag: '0001_b',
      refused: [{ ...missing, rows: 2 }],
      error: { exit: 1 },
    })
    expect(failed?.error.message).toBe('0001_b was not applied: rows of "a" have no "i" (2 rows)')
    expect(await db.one(`select to_regclass('b')`)).toBeNull()
    await db.connection.script('delete from a where i is null')
    expect(await db.run(files, { conditions: () => [missing] })).toMatchObject({ pending: [] })
  })

  test('change nothing, and one that a newer server is needed for is passed over', async () => {
    const writes = { query: 'with gone as (delete from a returning 1) select count(*) from gone', says: 'x' }
    await db.run({ '0000_a': files['0000_a'] })
    const { failed } = await db.run(files, { conditions: () => [writes] })
    expect(failed).toMatchObject({ kind: 'condition', error: { code: 'CONDITION_FAILED' } })
    expect(await db.one('select count(*)::int from a')).toBe(3)
    const newer = { ...writes, since: 990_000 }
    expect(await db.run(files, { conditions: () => [newer] })).toMatchObject({ pending: [] })
  })
})

describe('what a migration leaves set', () => {
  test('search_path, role and lock_timeout do not reach the next migration or the ledger', async () => {
    await db.connection.script('create schema side; create role visitor; grant usage, create on schema side to visitor')
    const outcome = await db.run({
      '0000_a': `set search_path to side; set lock_timeout = 0; set statement_timeout = '1h'; create table here (i int); set role visitor; create table theirs (i int)`,
      '0001_b': `create table there as select current_setting('statement_timeout') as timeout, current_user::text as who`,
    })
    expect(outcome.failed).toBeUndefined()
    expect(await db.one(`select to_regclass('side.here')::text`)).toBe('side.here')
    expect(await db.one(`select tableowner::text from pg_tables where tablename = 'theirs'`)).toBe('visitor')
    expect(await db.connection.query('select * from public.there')).toEqual([{ timeout: '0', who: 'postgres' }])
    await db.connection.script('drop owned by visitor; drop role visitor')
  })
})
