import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generate, migrate, prove } from '../../src/index.ts'
import { split } from '../../src/postgres/sql/split.ts'
import { live } from '../harness/database.ts'
import { project } from '../harness/project.ts'

const db = live()

const schema = (users: string, posts = '') => `
  import { sql } from 'drizzle-orm'
  import { check, index, integer, pgPolicy, pgTable, text, unique } from 'drizzle-orm/pg-core'
  export const users = pgTable('users', { id: integer().primaryKey(), ${users}
  export const posts = pgTable('posts', { id: integer(), author: integer()${posts} })
`
const before = schema('email: text(), age: integer() })')
const after = `import { pgEnum } from 'drizzle-orm/pg-core'
export const mood = pgEnum('mood', ['sad', 'happy'])
${schema(
  `email: text().notNull(), age: integer(), mood: mood() }, (t) => [
    unique('one_email').on(t.email),
    check('grown', sql\`\${t.age} > 0\`),
    index('by_age').on(t.age),
    pgPolicy('mine', { using: sql\`true\` }),
  ])`,
  '.references(() => users.id)',
)}`

/** A project with 100 users and their posts in its database, whose schema has changed since. */
async function changed(config: string) {
  const made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts', ${config} }`,
    'schema.ts': before,
  })
  const cwd = made.folder
  await generate({ cwd, name: 'init', prove: false })
  await migrate({ cwd, url: db.url })
  await db.connection.script(`
    insert into users select i, 'user' || i, i from generate_series(1, 100) i;
    insert into posts select i, i from generate_series(1, 100) i`)
  await writeFile(join(cwd, 'schema.ts'), after)
  return made
}

test('a migration that keeps tables open is proven and applied: rows are looked at while they can be written', async () => {
  await using made = await changed('online: true, postgres: 16')
  const cwd = made.folder
  const { statements, proof } = await generate({ cwd, name: 'change' })
  expect(proof).toMatchObject({ result: 'proven', down: { result: 'proven' } })
  const all = (pattern: RegExp) => statements.filter((sql) => pattern.test(sql))
  expect(all(/VALIDATE/)).toHaveLength(3)
  expect(all(/INDEX CONCURRENTLY/)).toHaveLength(2)
  // Nothing else looks at rows.
  expect(all(/CREATE.*INDEX (?!CONC)|ADD CONSTRAINT.*(?<!NOT VALID|USING INDEX "one_email")$/)).toEqual([])
  expect(await generate({ cwd })).toMatchObject({ tag: null })
  expect(await prove({ cwd })).toMatchObject({ proofs: [{ standing: 'proven' }] })

  expect(await migrate({ cwd, url: db.url })).toMatchObject({ applied: [{ tag: '0001_change' }], pending: [] })
  expect(await db.one(`select count(*)::int from pg_constraint where not convalidated`)).toBe(0)
  await expect(db.connection.script(`insert into users values (101, null, 1)`)).rejects.toMatchObject({
    state: '23502',
  })
  await expect(db.connection.script(`insert into users values (101, 'user1', 1)`)).rejects.toMatchObject({
    state: '23505',
  })
  await expect(db.connection.script(`insert into posts values (1, 0)`)).rejects.toMatchObject({ state: '23503' })
  await expect(db.connection.script(`update users set age = 0`)).rejects.toMatchObject({ state: '23514' })
  expect(await db.one('select count(*)::int from users')).toBe(100)
})

test.each(['guards: true', 'guards: true, online: true, postgres: 15'])(
  'with %s the file may run a second time',
  async (config) => {
    await using made = await changed(config)
    const cwd = made.folder
    expect(await generate({ cwd, name: 'change' })).toMatchObject({ proof: { result: 'proven' } })
    await migrate({ cwd, url: db.url })
    const text = await readFile(join(cwd, 'drizzle/0001_change.sql'), 'utf8')
    const state = () =>
      db.connection.query(`select conname::text, oid from pg_constraint where conrelid > 16384
      union all select relname, oid from pg_class where relnamespace = 'public'::regnamespace
      union all select polname, oid from pg_policy union all select typname, oid from pg_type order by 1, 2`)
    const once = await state()
    for (const statement of split(text)) await db.connection.script(statement.text)
    expect(await state()).toEqual(once)
    expect(await db.one('select count(*)::int from users')).toBe(100)
  },
)
