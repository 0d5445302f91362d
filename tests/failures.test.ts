import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generate, migrate, prove, status } from '../src/index.ts'
import { drizzleKit, started, users } from './harness/beside-kit.ts'
import { embedded } from './harness/embedded.ts'

// What drizzle-kit gets wrong, each line measured and numbered. Where it costs little, drizzle-kit is run beside it.

const db = embedded()

test('FAILURES 3: schema files without a table do not drop everything', async () => {
  await using it = await started(users())
  await generate({ cwd: it.cwd, prove: false })
  await it.change('')
  expect((await drizzleKit(it.cwd, 'generate')).sql).toContain('DROP TABLE "users" CASCADE')
  await expect(generate({ cwd: it.cwd })).rejects.toMatchObject({ code: 'SCHEMA_EMPTY', exit: 2 })
})

test('FAILURES 4: a rename without a terminal is asked for with the options that answer, and keeps the rows', async () => {
  await using it = await started(users())
  const { cwd } = it
  await generate({ cwd, name: 'init', prove: false })
  await it.custom('rows', `insert into users values (1, 'Ada')`)
  await it.change(users('fullName: text()'))
  // It ended with 0, and the newest file is still ours.
  expect((await drizzleKit(cwd, 'generate')).sql).toContain('insert')
  await expect(generate({ cwd })).rejects.toMatchObject({
    code: 'ANSWERS_MISSING',
    exit: 2,
    details: { questions: [{ kind: 'column' }] },
  })
  await generate({ cwd, name: 'rename', rename: ['users.name=users.fullName'] })
  await migrate({ cwd })
  expect(await it.query('select * from users')).toEqual([{ id: 1, fullName: 'Ada' }])
})

test('FAILURES 9: an applied file that was edited, renamed or deleted is named', async () => {
  await using it = await started(users())
  const { cwd } = it
  const at = (tag: string) => join(cwd, 'drizzle', `${tag}.sql`)
  await generate({ cwd, name: 'init', prove: false })
  await it.custom('rows', `insert into users values (1, 'Ada')`)
  await migrate({ cwd })
  await writeFile(at('0001_rows'), `insert into users values (2, 'Eve')`)
  expect((await drizzleKit(cwd, 'check')).text).toContain(`Everything's fine`)
  await expect(migrate({ cwd })).rejects.toMatchObject({
    code: 'HISTORY_EDITED',
    exit: 1,
    message: expect.stringContaining('0001_rows'),
  })
  await rename(at('0001_rows'), at('0001_other'))
  await expect(migrate({ cwd })).rejects.toMatchObject({
    code: 'MIGRATION_FILE_MISSING',
    message: expect.stringContaining('0001_rows'),
  })
  await rm(at('0001_other'))
  const journal = join(cwd, 'drizzle', 'meta', '_journal.json')
  const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8'))
  await writeFile(journal, JSON.stringify({ ...rest, entries: entries.slice(0, 1) }))
  await expect(status({ cwd, check: true })).rejects.toMatchObject({
    code: 'STATUS_NOT_CLEAN',
    exit: 1,
    message: expect.stringContaining('1 missing'),
  })
})

test.each([
  ['a syntax error', 'export const users = pgTable(', 'SCHEMA_NOT_COMPILED'],
  ['an undefined symbol', `export const users = pgTable('users', { id: nothing() })`, 'SCHEMA_THREW'],
])('FAILURES 10: generate ends with an error after %s', async (_name, schema, code) => {
  await using it = await started(schema)
  expect((await drizzleKit(it.cwd, 'generate')).sql).toBe('')
  await expect(generate({ cwd: it.cwd })).rejects.toMatchObject({
    code,
    exit: 2,
    message: expect.stringMatching(/schema\.ts:\d+:\d+/),
  })
})

test('FAILURES 10: an SQL error and a snapshot that a merge broke end generate, too', async () => {
  await using it = await started(users('age: integer().default(sql`no_such()`)'))
  const { cwd } = it
  await expect(generate({ cwd })).rejects.toMatchObject({ code: 'PROOF_FAILED', exit: 1 })
  await generate({ cwd, name: 'init', prove: false })
  const snapshot = join(cwd, 'drizzle', 'meta', '0000_snapshot.json')
  const text = await readFile(snapshot, 'utf8')
  await writeFile(snapshot, `<<<<<<< ours\n${text}\n=======\n${text}\n>>>>>>> theirs\n`)
  await expect(generate({ cwd })).rejects.toMatchObject({ code: 'SNAPSHOT_CONFLICT', exit: 3 })
})

test('FAILURES 10, 30: after a merge of two migrations from one parent, generate refuses to build on one of them', async () => {
  await using it = await started(users())
  const { cwd, change } = it
  await generate({ cwd, name: 'init', prove: false })
  await change(users('name: text(), age: integer()'))
  await generate({ cwd, name: 'ours', prove: false })
  const text = (name: string) => readFile(join(cwd, 'drizzle', 'meta', name), 'utf8')
  const ours = JSON.parse(await text('0001_snapshot.json')) as { prevId: string }
  await change(users('name: text(), age: integer(), theirs: text()'))
  await generate({ cwd, name: 'theirs', prove: false })
  const theirs = JSON.parse(await text('0002_snapshot.json')) as object
  const merged = JSON.stringify({ ...theirs, prevId: ours.prevId }, null, 2)
  await writeFile(join(cwd, 'drizzle', 'meta', '0002_snapshot.json'), merged)
  await expect(generate({ cwd })).rejects.toMatchObject({
    code: 'SNAPSHOT_FORKED',
    exit: 2,
    details: { newest: '0002_snapshot.json', beside: ['0001_snapshot.json'] },
  })
})

test('FAILURES 10, 30: after a merge of two migrations with one prefix, generate refuses to build on the snapshot of one', async () => {
  await using it = await started(users())
  const { cwd, change } = it
  await generate({ cwd, name: 'init', prove: false })
  await change(users('name: text(), age: integer()'))
  await generate({ cwd, name: 'ours', prove: false })
  const file = join(cwd, 'drizzle', 'meta', '_journal.json')
  const { entries, ...rest } = JSON.parse(await readFile(file, 'utf8')) as { entries: { tag: string; when: number }[] }
  const theirs = { ...entries[1]!, tag: '0001_theirs', when: entries[1]!.when + 1 }
  await writeFile(file, JSON.stringify({ ...rest, entries: [...entries, theirs] }))
  await writeFile(join(cwd, 'drizzle', '0001_theirs.sql'), 'ALTER TABLE users ADD COLUMN theirs text;')
  await expect(generate({ cwd })).rejects.toMatchObject({
    code: 'SNAPSHOT_SHARED',
    exit: 2,
    details: { newest: '0001_snapshot.json', tags: ['0001_ours', '0001_theirs'] },
  })
  // Of two that drizzle-kit writes within a second, the snapshot follows one that is lost, and holds the changes of both.
  const snapshot = join(cwd, 'drizzle', 'meta', '0001_snapshot.json')
  const both = { ...JSON.parse(await readFile(snapshot, 'utf8')), prevId: randomUUID() }
  await writeFile(snapshot, JSON.stringify(both))
  expect(await generate({ cwd })).toMatchObject({ tag: null })
})

test('FAILURES 12: a migration folder that is not there is an error', async () => {
  await using it = await started(users())
  await expect(migrate({ cwd: it.cwd })).rejects.toMatchObject({ code: 'FOLDER_MISSING', exit: 2 })
})

test('FAILURES 13: a changed generated expression, index expression or WHERE is a change', async () => {
  const state = (by: string) => `
    export const users = pgTable('users', {
      id: integer().primaryKey(),
      name: text(),
      shown: text().generatedAlwaysAs(sql\`${by}(name)\`),
    }, (t) => [
      index('by_name').on(sql\`${by}(name)\`),
      index('some').on(t.id).where(sql\`${by}(name) = 'x'\`),
    ])
  `
  await using it = await started(state('lower'))
  const { cwd } = it
  await generate({ cwd, name: 'init', prove: false })
  await it.change(state('upper'))
  const { proof, statements } = await generate({ cwd, name: 'upper', allowLoss: true })
  expect(proof).toMatchObject({ result: 'proven' })
  for (const part of [/shown".*upper\(name\)/i, /by_name".*upper\(name\)/, /some".*where.*upper\(name\)/i])
    expect(statements).toContainEqual(expect.stringMatching(part))
  expect(await generate({ cwd })).toMatchObject({ tag: null })
})

test('FAILURES 14: two exports with one table name are refused with both files', async () => {
  await using it = await started(users())
  await it.change(users('age: integer()'), 'schema-too.ts')
  const { sql } = await drizzleKit(it.cwd, 'generate')
  expect(sql.match(/CREATE TABLE "users"/g)).toHaveLength(1)
  await expect(generate({ cwd: it.cwd })).rejects.toMatchObject({
    code: 'SCHEMA_DECLARED_TWICE',
    exit: 2,
    message: expect.stringMatching(/schema\.ts.*schema-too\.ts|schema-too\.ts.*schema\.ts/),
  })
})

test('FAILURES 20: a table that others refer to is dropped after what refers to it', async () => {
  const posts = (author: string) =>
    `export const posts = pgTable('posts', { id: integer(), author: integer()${author} })`
  await using it = await started(users() + posts('.references(() => users.id)'))
  const { cwd } = it
  await generate({ cwd, name: 'init', prove: false })
  const before = await readFile(join(cwd, 'drizzle/0000_init.sql'), 'utf8')
  await it.change(posts(''))
  const kit = await drizzleKit(cwd, 'generate')
  await db.connection.script(before)
  await expect(db.connection.script(kit.sql)).rejects.toMatchObject({ state: '42704' })

  const { proof, statements } = await generate({ cwd, name: 'drop', allowLoss: true })
  expect(proof).toMatchObject({ result: 'proven' })
  expect(statements.join(';')).not.toMatch(/cascade/i)
})

test('FAILURES 22: an enum value that is added and used as a default at once can be applied', async () => {
  const state = (values: string, by: string) => `
    export const mood = pgEnum('mood', [${values}])
    export const users = pgTable('users', { id: integer(), mood: mood()${by} })
  `
  await using it = await started(state(`'ok'`, ''))
  const { cwd } = it
  await generate({ cwd, name: 'init', prove: false })
  await db.connection.script(await readFile(join(cwd, 'drizzle/0000_init.sql'), 'utf8'))
  await it.change(state(`'ok', 'happy'`, `.default('happy')`))
  const kit = await drizzleKit(cwd, 'generate')
  await expect(db.connection.script(`begin; ${kit.sql}`)).rejects.toMatchObject({ state: '55P04' })

  expect(await generate({ cwd, name: 'happy' })).toMatchObject({ proof: { result: 'proven' } })
  await migrate({ cwd })
  expect(await it.query('insert into users values (1) returning mood::text')).toEqual([{ mood: 'happy' }])
})

test('FAILURES 23: a thousand tables are dropped in one migration, without CASCADE', async () => {
  const tables = Array.from({ length: 1_000 }, (_, at) => `export const t${at} = pgTable('t${at}', { id: integer() })`)
  await using it = await started(users() + tables.join('\n'))
  const { cwd } = it
  await generate({ cwd, name: 'init', prove: false })
  await it.change(users())
  const { proof, statements } = await generate({ cwd, name: 'drop', allowLoss: true, down: false })
  expect(proof).toMatchObject({ result: 'proven' })
  expect(statements).toHaveLength(1_000)
  expect(statements.join(';')).not.toMatch(/cascade/i)
})

test('FAILURES 24: a foreign key name over 63 bytes settles, and two that share 63 are refused', async () => {
  const name = 'a_foreign_key_'.repeat(5)
  const refers = (...names: readonly string[]) => `
    ${users()}
    export const posts = pgTable('posts', { author: integer(), editor: integer() }, (t) => [${names
      .map(
        (key, at) =>
          `foreignKey({ name: '${key}', columns: [t.${at ? 'editor' : 'author'}], foreignColumns: [users.id] })`,
      )
      .join()}])
  `
  await using it = await started(refers(name))
  const { cwd } = it
  await generate({ cwd, name: 'init', prove: false })
  expect(await generate({ cwd })).toMatchObject({ tag: null })
  expect(await prove({ cwd })).toMatchObject({ proofs: [{ standing: 'proven', why: [] }] })
  await it.change(refers())
  expect(await generate({ cwd, name: 'drop' })).toMatchObject({ proof: { result: 'proven', why: [] } })
  expect(await generate({ cwd })).toMatchObject({ tag: null })
  await it.change(refers(`${name}1`, `${name}2`))
  await expect(generate({ cwd })).rejects.toMatchObject({
    code: 'NAMES_CLASH',
    exit: 2,
    message: expect.stringContaining(name.slice(0, 63)),
  })
})

test('FAILURES 6: a type change casts, a removed enum value is a condition, and both are proven with rows', async () => {
  const state = (type: string, values: string) => `
    export const mood = pgEnum('mood', [${values}])
    export const users = pgTable('users', { id: integer(), age: ${type}(), mood: mood() })
  `
  await using it = await started(state('text', `'ok', 'sad'`))
  const { cwd } = it
  await generate({ cwd, name: 'init', prove: false })
  await it.custom('rows', `insert into users values (1, '42', 'ok'), (2, null, 'sad')`)
  await migrate({ cwd })
  await it.change(state('integer', `'ok'`))
  expect((await drizzleKit(cwd, 'generate')).sql).toMatch(/"age" SET DATA TYPE integer;/)

  const { statements, conditions, proof } = await generate({ cwd, name: 'change' })
  expect(statements).toContainEqual(expect.stringContaining('USING "age"::integer'))
  expect(conditions).toContainEqual({ says: expect.stringMatching(/use 'sad' in "mood"/), option: null })
  expect(proof).toMatchObject({ result: 'proven' })
  await expect(migrate({ cwd })).rejects.toMatchObject({
    code: 'CONDITION_REFUSED',
    exit: 1,
    message: expect.stringContaining(`use 'sad' in "mood"`),
  })
  await it.query(`update users set mood = 'ok'`)
  await migrate({ cwd })
  expect(await it.query('select age, mood::text from users order by id')).toEqual([
    { age: 42, mood: 'ok' },
    { age: null, mood: 'ok' },
  ])
})

test('FAILURES 21: a column that a policy, a generated column and an index use is retyped, and they come back', async () => {
  const state = (type: string) => `
    import { pgPolicy } from 'drizzle-orm/pg-core'
    export const users = pgTable('users', {
      id: integer().primaryKey(),
      age: ${type}(),
      grown: text().generatedAlwaysAs(sql\`case when age > 17 then 'yes' end\`),
    }, () => [
      pgPolicy('grown_ups', { for: 'select', using: sql\`age > 17\` }),
      index('old').on(sql\`(age / 10)\`).where(sql\`age > 60\`),
    ])
  `
  await using it = await started(state('integer'))
  const { cwd } = it
  await generate({ cwd, name: 'init', prove: false })
  const before = await readFile(join(cwd, 'drizzle/0000_init.sql'), 'utf8')
  await it.custom('rows', 'insert into users values (1, 70)')
  await migrate({ cwd })
  await it.change(
    state('bigint').replace('bigint()', `bigint({ mode: 'number' })`).replace('pgPolicy }', 'bigint, pgPolicy }'),
  )
  await db.connection.script(before)
  await expect(db.connection.script((await drizzleKit(cwd, 'generate')).sql)).rejects.toMatchObject({ state: '0A000' })

  expect(await generate({ cwd, name: 'change' })).toMatchObject({ proof: { result: 'proven' }, loses: [] })
  await migrate({ cwd })
  expect(await it.query('select age, grown from users')).toEqual([{ age: '70', grown: 'yes' }])
  expect(await it.query('select count(*)::int as n from pg_policies')).toEqual([{ n: 1 }])
  expect(await generate({ cwd })).toMatchObject({ tag: null })
})

test('FAILURES 34: extensions, functions and triggers are declared, proven and applied', async () => {
  await using made = await started(`
    import { pgExtension, pgFunction, pgTrigger } from 'sluice/postgres'
    export const citext = pgExtension('citext')
    ${users('email: text(), changes: integer().notNull().default(0)')}
    export const count = pgFunction('count_changes', {
      returns: 'trigger', language: 'plpgsql', body: 'BEGIN NEW.changes := OLD.changes + 1; RETURN NEW; END',
    })
    export const counted = pgTrigger('users_counted', users, {
      when: 'before', on: { update: [users.email] }, forEach: 'row', execute: count,
      condition: ({ old, new: now }) => sql\`\${now.email} <> \${old.email}\`,
    })
  `)
  const { proof } = await generate({ cwd: made.cwd })
  expect(proof).toMatchObject({ result: 'proven', why: [] })
  await migrate({ cwd: made.cwd })
  await made.query(`insert into users values (1, 'a'); update users set email = 'a'; update users set email = 'b'`)
  expect(await made.query('select changes from users')).toEqual([{ changes: 1 }])
  expect(await made.query(`select 'A'::citext = 'a' as same`)).toEqual([{ same: true }])
  expect(await generate({ cwd: made.cwd })).toMatchObject({ tag: null })
})

test('FAILURES 27: UNIQUE on a primary key column, which Postgres leaves out, is no change for ever', async () => {
  const state = (more: string) => `
    export const users = pgTable('users', { id: integer().primaryKey().unique(), ${more} })
  `
  await using it = await started(state('name: text()'))
  const { cwd } = it
  expect(await generate({ cwd, name: 'init' })).toMatchObject({ proof: { result: 'proven', why: [] } })
  expect(await generate({ cwd })).toMatchObject({ tag: null })
  await it.change(state('name: text(), age: integer()'))
  expect(await generate({ cwd, name: 'age' })).toMatchObject({
    statements: [expect.stringContaining('"age"')],
    proof: { result: 'proven' },
  })
  await it.change(users())
  expect(await generate({ cwd, name: 'drop', allowLoss: true })).toMatchObject({ proof: { result: 'proven' } })
  await migrate({ cwd })
  expect(await generate({ cwd })).toMatchObject({ tag: null })
})
