import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generate, migrate, prove, SluiceError } from '../../src/index.ts'
import { openEmbedded } from '../../src/postgres/embedded/embed.ts'
import { project } from '../harness/project.ts'

/** A project whose first migration is written. */
async function started(schema: string) {
  const head = `import { sql } from 'drizzle-orm'; import { check, integer, pgEnum, pgTable, text } from 'drizzle-orm/pg-core'\n`
  const made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'schema.ts': head + schema,
  })
  const cwd = made.folder
  await generate({ cwd, name: 'init', prove: false })
  return {
    cwd,
    change: (text: string) => writeFile(join(cwd, 'schema.ts'), head + text),
    async query(sql: string) {
      const connection = await openEmbedded({ directory: join(cwd, '.sluice', 'postgres') })
      try {
        return await connection.script(sql)
      } finally {
        await connection.close()
      }
    },
    [Symbol.asyncDispose]: () => made[Symbol.asyncDispose](),
  }
}

const thrown = (promise: Promise<unknown>): Promise<SluiceError> =>
  promise.then(
    () => expect.fail('it should be refused'),
    (error: unknown) => (error instanceof SluiceError ? error : expect.fail(String(error))),
  )

test('a label is renamed by an answer: rows, default and check follow, and nothing else is written', async () => {
  const state = (label: string) => `
    export const mood = pgEnum('mood', ['${label}', 'happy'])
    export const diary = pgTable('diary', { id: integer(), mood: mood().default('${label}'), note: text().default('sad') }, (t) => [
      check('not_both', sql\`\${t.mood} <> '${label}' or \${t.note} is not null\`),
    ])`
  await using it = await started(state('sad'))
  const { cwd } = it
  await migrate({ cwd })
  await it.query('insert into diary (id) values (1)')
  await it.change(state('unhappy'))
  const { code, exit, details } = await thrown(generate({ cwd }))
  expect({ code, exit, details }).toMatchObject({
    code: 'ANSWERS_MISSING',
    exit: 2,
    details: {
      questions: [
        {
          kind: 'enum value',
          flags: ['--rename enumValue:public.mood.sad=unhappy', '--create enumValue:public.mood.unhappy'],
        },
      ],
    },
  })
  const { statements, proof } = await generate({ cwd, name: 'label', rename: ['mood.sad=mood.unhappy'] })
  expect(statements).toEqual([`ALTER TYPE "public"."mood" RENAME VALUE 'sad' TO 'unhappy'`])
  expect(proof).toMatchObject({ result: 'proven', down: { result: 'proven' } })
  await migrate({ cwd })
  expect(await it.query('insert into diary (id) values (2); select mood::text, note from diary')).toEqual([
    { mood: 'unhappy', note: 'sad' },
    { mood: 'unhappy', note: 'sad' },
  ])
  expect(await generate({ cwd })).toMatchObject({ tag: null })
})

test.each([
  [
    'the table it goes to refers to the other',
    'id: integer().primaryKey()',
    'id: integer(), of: integer().references(() => users.id)',
    1,
  ],
  [
    'the table it comes from refers to the other',
    'id: integer().primaryKey(), of: integer().references((): any => profiles.id)',
    'id: integer().primaryKey()',
    7,
  ],
] as const)(
  'a column that goes to another table is refused with statements that carry it over: %s',
  async (_how, users, profiles, of) => {
    const state = (here: string, there: string) => `
    export const users = pgTable('users', { ${users}${here} })
    export const profiles = pgTable('profiles', { ${profiles}${there} })`
    await using it = await started(state(', age: integer()', ''))
    const { cwd } = it
    await migrate({ cwd })
    await it.query(
      of === 1
        ? 'insert into users values (1, 30); insert into profiles values (7, 1)'
        : 'insert into profiles values (7); insert into users values (1, 7, 30)',
    )
    await it.change(state('', ', years: text()'))
    const { code, exit, message, details } = await thrown(generate({ cwd, rename: ['users.age=profiles.years'] }))
    expect({ code, exit, message }).toEqual({
      code: 'RENAME_ELSEWHERE',
      exit: 2,
      message:
        'column:public.users.age cannot be renamed to column:public.profiles.years: what goes from one table to another is copied',
    })
    const { file } = await generate({ cwd, name: 'carry', allowLoss: true, prove: false })
    await writeFile(join(cwd, file!), String(details.steps))
    expect(await prove({ cwd })).toMatchObject({ proofs: [{ standing: 'proven' }] })
    await migrate({ cwd })
    expect(await it.query('select id, years from profiles')).toEqual([{ id: 7, years: '30' }])
  },
)

test('where no foreign key joins the two tables, the statements say so', async () => {
  const state = (here: string, there: string) => `
    export const users = pgTable('users', { id: integer()${here} })
    export const profiles = pgTable('profiles', { id: integer()${there} })`
  await using it = await started(state(', age: integer()', ''))
  await it.change(state('', ', age: integer().notNull()'))
  const { details } = await thrown(generate({ cwd: it.cwd, rename: ['users.age=profiles.age'] }))
  expect(details.steps).toContain('no foreign key joins the tables')
  expect(details.steps).toContain('SET NOT NULL')
  expect(await readFile(join(it.cwd, 'drizzle', 'meta', '_journal.json'), 'utf8')).not.toContain('0001')
})

test('RENAME_TAKEN: what makes room cannot, since its own other name is taken', async () => {
  const state = (columns: string) => `export const users = pgTable('users', { id: integer(), ${columns} })`
  await using it = await started(state('name: text(), title: text(), old__title: text()'))
  await it.change(state('title: text(), old__title: text()'))
  const error = await thrown(generate({ cwd: it.cwd, rename: ['name=title'], prove: false }))
  expect(error).toMatchObject({ code: 'RENAME_TAKEN', exit: 2 })
  expect(error.message).toContain(
    'public.users.name cannot be renamed to column:public.users.title, which is there already',
  )
  await generate({ cwd: it.cwd, allowLoss: true, prove: false, name: 'two_steps' })
})

test('RENAME_CIRCULAR: two that take the names of each other', async () => {
  const state = (a: string, b: string) =>
    `export const a = pgTable('a', { ${a}: integer() }); export const b = pgTable('b', { ${b}: integer() })`
  await using it = await started(state('x', 'y'))
  await it.change(state('y', 'x'))
  const error = await thrown(generate({ cwd: it.cwd, rename: ['a=b', 'b=a'], prove: false }))
  expect(error).toMatchObject({ code: 'RENAME_CIRCULAR', exit: 2 })
})

test('a name is taken over from what goes, and the way back makes that again', async () => {
  const table = (name: string, column: string) =>
    `export const ${name} = pgTable('${name}', { id: integer(), ${column}: text() })\n`
  await using it = await started(table('users', 'a') + table('people', 'b'))
  await it.change(table('people', 'a'))
  const { statements, proof, anew } = await generate({ cwd: it.cwd, rename: ['users=people'], allowLoss: true })
  expect(statements).toHaveLength(3)
  expect(anew).toEqual([])
  expect(proof).toMatchObject({ result: 'proven', down: { result: 'proven' } })
})

test('with guards, a name that goes round is refused: the second run would take the new one for the old', async () => {
  const table = (name: string, column: string) =>
    `export const ${name} = pgTable('${name}', { id: integer(), ${column}: text() })\n`
  await using it = await started(table('users', 'a') + table('people', 'b'))
  await it.change(table('people', 'a') + table('users', 'c') + table('notes', 'd'))
  const open = await thrown(generate({ cwd: it.cwd, rename: ['users=people'] }))
  expect((open.details.questions as { flags: unknown }[]).map(({ flags }) => flags)).toEqual([
    ['--rename table:public.people=notes', '--create table:public.notes'],
    ['--rename table:public.people=users', '--create table:public.users'],
  ])
  const create = ['table:public.users', 'table:public.notes']
  const asked = { cwd: it.cwd, rename: ['users=people'], create, allowLoss: true }
  const { code, exit, message } = await thrown(generate({ ...asked, guards: true }))
  expect({ code, exit, message }).toEqual({
    code: 'RENAME_UNGUARDED',
    exit: 2,
    message:
      'table:public.users is renamed to table:public.people, whose place it takes, and something new takes its own: run twice, the new one would be renamed',
  })
  expect(await generate(asked)).toMatchObject({ proof: { result: 'proven' } })
})
