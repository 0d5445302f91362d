import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generate } from '../../src/index.ts'
import { project } from '../harness/project.ts'

const head = `
  import { sql } from 'drizzle-orm'
  import { foreignKey, index, integer, pgSchema, pgTable, text, unique } from 'drizzle-orm/pg-core'
  import * as pg from 'sluice/postgres'
`

/** Schema files, and what is new in them though it looks like something that goes. */
type State = string | { readonly files: string; readonly create: readonly string[] }

/** What becomes of schema files that change: each state is generated and proven, and then there is nothing more to do. */
async function proven(...states: readonly State[]): Promise<void> {
  await using made = await project({
    'drizzle.config.json': JSON.stringify({ dialect: 'postgresql', schema: './schema.ts' }),
  })
  const cwd = made.folder
  for (const [i, state] of states.entries()) {
    const { files, create } = typeof state === 'string' ? { files: state, create: [] } : state
    await writeFile(join(cwd, 'schema.ts'), head + files)
    const { tag, proof } = await generate({ cwd, name: 'next', allowLoss: true, create })
    expect({ state: i, tag, proof }).toMatchObject({
      state: i,
      tag: `000${i}_next`,
      proof: { result: 'proven', why: [] },
    })
    expect(await generate({ cwd })).toMatchObject({ tag: null })
  }
}

test('options of a table, its columns, indexes and constraints', async () => {
  const visits = (more = '') => `
    export const visits = pgTable('vi"sits', { path: text(), body: text('bo.dy'), ${more} }, (t) => [
      index('by "path"').on(t.path), unique('on"ce').on(t.path),
    ])
  `
  const options = (text: string) => `export const options = pg.pgTableOptions(visits, { ${text} })`
  await proven(
    visits() +
      options(
        `unlogged: true, forceRls: true, indexes: { 'by "path"': { include: [visits.body] } }, constraints: { 'on"ce': { include: [visits.body] } }`,
      ),
    visits('title: text()') +
      options(`with: { fillfactor: 70 }, columns: { path: { collate: 'C' }, body: { storage: 'external' } }`),
    visits('title: text()'),
  )
})

test('partitions', async () => {
  const events = (columns: string, options = '') => `
    export const events = pgTable('eve"nts', { id: integer('i.d').notNull(), at: text(), ${columns} }, (t) => [
      index('by "at"').on(t.at),
    ])
    export const spread = pg.pgTableOptions(events, { partitionBy: { range: [events.id, sql\`lower(\${events.at})\`] } })
    export const old = pg.pgPartition('o.ld', events, { from: [1, sql\`MINVALUE\`], to: [100, 'a'] }, { ${options} })
  `
  const rest = `export const rest = pg.pgPartition('rest', events, 'default', { partitionBy: { hash: events.id } })
    export const parts = [0, 1].map((remainder) => pg.pgPartition('re"st' + remainder, rest, { modulus: 2, remainder }))
  `
  await proven(
    events(''),
    events(
      'more: integer().default(5)',
      `with: { fillfactor: 70 }, indexes: (t) => [index('its "own"').on(t.id.desc())]`,
    ) + rest,
    events('more: integer().notNull().default(7)').replace('[100,', '[90,') +
      rest +
      `
      export const said = [
        pg.pgComment(rest, "it's the rest"),
        pg.pgGrant({ on: parts[0]!, privileges: ['select'], to: 'public' }),
      ]
    `,
    `${events('').replace('o.ld', 'new')}
      export const old2 = pgTable('o.ld', { id: integer('i.d').notNull(), at: text(), more: integer().notNull().default(7) }, (t) => [
        index('old "at"').on(t.at),
      ])
    `.replace('at: text(),  }', 'at: text(), more: integer().notNull().default(7) }'),
    events('more: integer().notNull().default(7)'),
    `export const events = pgTable('eve"nts', { id: integer('i.d').notNull(), at: text() })`,
  )
})

test('publications', async () => {
  const tables = (more = '') => `
    export const shop = pgSchema('sh.op')
    export const users = pgTable('us"ers', { id: integer().primaryKey(), 'e.mail': text(), ${more} })
    export const orders = shop.table('orders', { id: integer().primaryKey() })
  `
  const news = (options: string, name = 'ne"ws') => `export const news = pg.pgPublication('${name}', ${options})`
  await proven(
    tables() + news('{ tables: [users, orders] }'),
    tables('age: integer()') +
      news(`{ tables: [{ table: users, columns: [users['e.mail'], users.id], where: sql\`\${users.id} > 5\` }] }`) +
      `; export const note = pg.pgComment(news, "it's news")`,
    tables('age: integer()') + news(`{ schemas: [shop], publish: ['insert'], viaPartitionRoot: true }`),
    tables('age: integer()') + news(`{ tables: 'all', generatedColumns: true }`, 'new.s'),
    tables(),
  )
})

test('constraints that can wait', async () => {
  const tasks = `
    export const tasks = pgTable('tasks', { id: integer().primaryKey(), parent: integer('par.ent'), 'a"b': integer() }, (t) => [
      foreignKey({ name: 'the "parent"', columns: [t.parent], foreignColumns: [t.id] }),
      unique().on(t['a"b']),
    ])
  `
  await proven(
    tasks,
    `${tasks} export const all = [
      pg.pgDeferrable(tasks, [tasks.parent], { initially: 'deferred' }),
      pg.pgDeferrable(tasks, [tasks['a"b']]),
    ]`,
    `${tasks} export const one = pg.pgDeferrable(tasks, 'the "parent"')`,
  )
})

test('a generated column for full-text search', async () => {
  const notes = (by: string) => `
    export const notes = pgTable('notes', {
      title: text(),
      search: pg.pgTsvector().generatedAlwaysAs(sql\`to_tsvector('\${sql.raw('${by}')}', title)\`),
    }, (t) => [index('no"tes').using('gin', t.search)])
  `
  await proven(notes('simple'), notes('english'))
})

test('domains', async () => {
  const app = `export const app = pgSchema('ap"p')\n`
  const users = (columns: string) => `export const users = pgTable('us"ers', { id: integer(), ${columns} })\n`
  const code = (options: string) => `export const code = pg.pgDomain('co.d"e', { schema: app, ${options} })\n`
  const mood = (labels: string) => `
    export const mood = app.enum('mo"od', [${labels}])
    export const feeling = pg.pgDomain('feeling', { type: mood, default: 'ok' })
  `
  const columns = `code: code('the "code"').notNull().default('x'), more: code().array()`
  await proven(
    app + mood(`'sad', 'ok'`) + code(`type: 'text', check: { 'not "empty"': sql\`VALUE <> \${''}\` }`) + users(columns),
    app + code(`type: 'text', notNull: true, default: "it's", check: "VALUE <> 'a'"`) + users(columns),
    app + mood(`'sad', 'ok'`) + code(`type: 'varchar(30)', collate: 'C'`) + users(`${columns}, feeling: feeling()`),
    app + mood(`'ok', 'sad', 'new'`) + code(`type: 'varchar(30)'`) + users(`${columns}, feeling: feeling()`),
    app + users(`code: text('the "code"').notNull()`),
  )
})

test('composite types', async () => {
  const app = `export const app = pgSchema('ap"p')\n`
  const place = (attributes: string) =>
    `export const place = pg.pgCompositeType('pla.c"e', { schema: app, attributes: { ${attributes} } })\n`
  const users = (columns = '') =>
    `export const users = pgTable('us"ers', { id: integer(), at: place('a"t')${columns} })\n`
  const mood = (labels: string) => `export const mood = app.enum('mo"od', [${labels}])\n`
  const held = `
    export const trip = pg.pgCompositeType('trip', { attributes: { to: place, via: { arrayOf: place } } })
    export const trips = pgTable('trips', { trip: trip(), all: trip().array() })
  `
  await proven(
    app + mood(`'sad', 'ok'`) + place(`'na"me': 'text', mood`) + users(),
    app +
      mood(`'sad', 'ok'`) +
      place(`'na"me': { type: 'text', collate: 'C' }, mood, zip: 'integer'`) +
      users(`, list: place().array()`),
    app + mood(`'ok', 'sad', 'new'`) + place(`'na"me': 'varchar(40)', mood, zip: 'bigint'`) + users() + held,
    app + mood(`'ok', 'sad', 'new'`) + place(`'na"me': 'varchar(40)', zip: 'bigint'`) + users() + held,
    app + place(`zip: 'bigint', 'na"me': 'text', more: 'text'`) + users(),
    `${app} export const users = pgTable('us"ers', { id: integer() })`,
  )
})

test('exclusion constraints', async () => {
  const stays = (name: string, options: string) => `
    export const stays = pgTable('st"ays', { room: text('ro.om'), from: integer('fr"om'), until: integer(), note: text() })
    export const once = pg.pgExclusion('${name}', stays, { ${options} })
    export const said = pg.pgComment({ constraint: '${name}', on: stays }, 'by law')
  `
  const during = `on: sql\`int4range(\${stays.from}, \${stays.until})\`, with: '&&'`
  await proven(
    stays('on"ce', `elements: [{ ${during} }]`),
    stays('on"ce', `elements: [{ ${during} }], where: sql\`\${stays.room} <> 'x'\`, include: [stays.note]`),
    stays('tw.ice', `elements: [{ on: stays.room, with: '=', collate: 'C' }], using: 'btree', deferrable: 'deferred'`),
    `export const stays = pgTable('st"ays', { room: text('ro.om') })`,
  )
})

test('range types', async () => {
  const app = `export const app = pgSchema('ap"p')\n`
  const span = (name: string, options: string) => `
    export const span = pg.pgRange('${name}', { schema: app, ${options} })
    export const some = pg.pgDomain('some', { type: span, check: sql\`VALUE IS NOT NULL\` })
    export const shops = pgTable('sh"ops', { id: integer(), open: span('op"en'), all: span().array(), some: some() })
  `
  await proven(
    app + span('sp"an', `subtype: 'time'`),
    app + span('sp"an', `subtype: 'interval', multirange: 'span.s'`),
    { files: app + span('o.ther', `subtype: 'interval'`), create: ['o.ther'] },
    `${app} export const shops = pgTable('sh"ops', { id: integer(), open: text('op"en') })`,
  )
})

test('functions, procedures and triggers', async () => {
  const routines = (type: string, body: string) => `
    export const app = pgSchema('ap"p')
    export const users = pgTable('us"ers', { id: integer(), 'e.mail': text(), seen: integer().default(0) })
    export const next = pg.pgFunction('ne"xt', {
      schema: app, returns: '${type}', language: 'sql', volatility: 'stable', set: { search_path: '' },
      body: sql\`SELECT ${body} FROM \${users}\`,
    })
    export const touch = pg.pgFunction('touch', {
      returns: 'trigger', language: 'plpgsql', body: "BEGIN NEW.id := NEW.id; RETURN NEW; END -- $$",
    })
  `
  const trigger = (on: string, more = '') => `
    export const trigger = pg.pgTrigger('tr"g', users, {
      when: 'before', on: ${on}, forEach: 'row', execute: touch, args: ["it's"], ${more}
      condition: ({ new: now }) => sql\`\${now['e.mail']} <> ''\`,
    })
  `
  const orders = `export const orders = pgTable('orders', { id: integer(), number: integer().default(next()) })`
  const emails = `{ update: [users['e.mail'], users.id] }`
  await proven(
    routines('integer', 'max(id) + 1') + trigger(`['insert', { update: [users.id] }]`),
    routines('integer', 'max(id) + 2') + orders + trigger(emails, `enabled: 'disabled',`),
    routines('bigint', 'count(*)') + orders + trigger(`'update'`),
    `
    export const people = pgTable('people', { key: integer() })
    export const p = pg.pgProcedure('p', {
      args: [{ name: 'a', type: 'integer', mode: 'inout' }], language: 'sql', body: 'BEGIN ATOMIC SELECT a; END',
    })
    `,
  )
})

test('extensions', async () => {
  // Schema files without a table are taken for a wrong path.
  const kept = `
    export const kept = pgTable('kept', { id: integer() })
    export const ext = pgSchema('e.xt')
  `
  const hstore = (version: string) =>
    `export const hstore = pg.pgExtension('hstore', { schema: ext, version: '${version}' })\n`
  const citext = `export const citext = pg.pgExtension('citext')`
  await proven(kept, kept + hstore('1.4') + citext, kept + hstore('1.8') + citext, kept + hstore('1.8'))
})

test.each([
  ['a column that the table has not', `pg.pgTableOptions(users, { columns: { "na.me": {} } } as never)`, 'na\\.me'],
  ['an index that the table has not', `pg.pgTableOptions(users, { indexes: { gone: {} } })`, 'index:public.users.gone'],
  ['a constraint that the table has not', `pg.pgDeferrable(users, 'gone')`, 'the constraint gone'],
  ['columns without a constraint', 'pg.pgDeferrable(users, [users.id])', 'the constraint on (id)'],
  ['a table that is not exported', `pg.pgTableOptions(pgTable('away', { id: integer() }), {})`, 'table:public.away'],
])('what is said of %s is an error that names it', async (_name, declared, target) => {
  const users = `export const users = pgTable('users', { id: integer() }); export const more = ${declared}`
  await expect(proven(users)).rejects.toMatchObject({
    code: 'TARGET_NOT_DECLARED',
    exit: 2,
    message: expect.stringContaining(target),
  })
})

test('columns with two constraints ask for the name of one', async () => {
  const users = `
    export const users = pgTable('users', { id: integer().primaryKey() }, (t) => [unique('other').on(t.id)])
    export const later = pg.pgDeferrable(users, [users.id])
  `
  await expect(proven(users)).rejects.toMatchObject({
    code: 'CONSTRAINT_AMBIGUOUS',
    exit: 2,
    message: expect.stringContaining('unique:public.users.other'),
  })
})
