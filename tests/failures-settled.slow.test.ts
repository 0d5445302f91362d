import { expect, test } from 'vitest'
import { generate, migrate, prove, status } from '../src/index.ts'
import { started } from './harness/beside-kit.ts'

// What drizzle-kit finds changed for ever, or passes over: here a database holds what is declared, and nothing is left to do.

const imports = `
  import { bigint, boolean, check, customType, numeric, pgPolicy, pgSequence, primaryKey, unique, uuid, varchar } from 'drizzle-orm/pg-core'
  import * as pg from 'sluice/postgres'
`

/** Generates, proves and applies a state: afterwards there is no change, and nothing in the database that is not declared. */
async function settles(it: Awaited<ReturnType<typeof started>>, name: string): Promise<readonly string[]> {
  const { cwd } = it
  const { statements, proof } = await generate({ cwd, name })
  expect(proof).toMatchObject({ result: 'proven', why: [], down: { result: 'proven' } })
  expect(await generate({ cwd })).toMatchObject({ tag: null })
  await migrate({ cwd })
  expect(await status({ cwd })).toMatchObject({ unmodelled: [] })
  return statements
}

test('FAILURES 25: a history of drizzle-kit with big identities, expression and mixed indexes and RLS alone is no change, and is proven', async () => {
  const orders = (more = '') => `${imports}
    export const orders = pgTable('orders', {
      id: bigint({ mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity({ maxValue: '9223372036854775807' }),
      email: text().notNull(), at: integer(), ${more}
    }, (t) => [
      index('by_email').on(sql\`lower(\${t.email})\`),
      index('mixed').on(t.at.desc().nullsLast(), t.email, t.id.desc()),
    ]).enableRLS()
  `
  await using it = await started(orders())
  const { cwd } = it
  await it.kit('generate')
  expect(await generate({ cwd })).toMatchObject({ tag: null })
  expect(await prove({ cwd, history: true })).toMatchObject({ proofs: [{ standing: 'proven', why: [] }] })
  await migrate({ cwd })
  expect(await status({ cwd })).toMatchObject({ unmodelled: [] })
  expect(await it.query(`select relrowsecurity as rls from pg_class where relname = 'orders'`)).toEqual([{ rls: true }])

  await it.change(orders('note: text()'))
  expect(await settles(it, 'note')).toEqual(['ALTER TABLE "public"."orders" ADD COLUMN "note" text'])
})

test('FAILURES 28: checks, the order of a composite key, custom types and the cache of a sequence settle at once', async () => {
  const state = (more = '') => `${imports}
    const money = customType({ dataType: () => 'numeric(12,2)' })
    export const numbers = pgSequence('numbers', { startWith: 10, increment: 5, cache: 20, cycle: true, maxValue: 1000 })
    export const lines = pgTable('lines', {
      product: integer(), order: integer(), price: money().default(sql\`0\`), state: varchar({ length: 8 }).default('new'), ${more}
    }, (t) => [
      primaryKey({ columns: [t.product, t.order] }),
      check('known', sql\`\${t.state} in ('new', 'paid') and \${t.price} between 0 and 1e6\`),
    ])
  `
  await using it = await started(state())
  await settles(it, 'init')
  expect(await it.query(`select seqcache::int as cache from pg_sequence where seqrelid = 'numbers'::regclass`)).toEqual(
    [{ cache: 20 }],
  )
  expect(
    await it.query(
      `select conkey::text as key from pg_constraint where contype = 'p' and conrelid = 'lines'::regclass`,
    ),
  ).toEqual([{ key: '{1,2}' }])
  await it.change(state('note: text()'))
  expect(await settles(it, 'note')).toEqual(['ALTER TABLE "public"."lines" ADD COLUMN "note" text'])
})

const rich = `${imports}
  export const email = pg.pgDomain('email', { type: 'varchar(254)', check: "VALUE LIKE '%@%'" })
  export const place = pg.pgCompositeType('place', { attributes: { street: 'text', zip: 'varchar(10)' } })
  export const citext = pg.pgExtension('citext')
  export const owners = pgTable('owners', { id: integer().primaryKey(), email: email().notNull(), lives: place() })
  export const pets = pgTable('pets', {
    id: integer().primaryKey(), owner: integer(), name: text(), chip: uuid(),
  }, (t) => [
    foreignKey({ name: 'owned', columns: [t.owner], foreignColumns: [owners.id] }),
    unique('chipped').on(t.chip).nullsNotDistinct(),
    index('by_owner').on(t.owner),
    pgPolicy('see', { for: 'select', using: sql\`name <> ''\` }),
    pgPolicy('write', { for: 'update', using: sql\`owner = 1\`, withCheck: sql\`owner = 2\` }),
  ])
  export const more = pg.pgTableOptions(pets, { columns: { name: { collate: 'C' } }, indexes: { by_owner: { include: [pets.name] } } })
  export const later = pg.pgDeferrable(pets, 'owned', { initially: 'deferred' })
  export const said = pg.pgComment(pets.name, 'as it is called')
  export const given = pg.pgGrant({ on: pets, privileges: ['select'], to: 'public' })
  export const visits = pgTable('visits', { pet: integer(), at: integer().notNull() })
  export const spread = pg.pgTableOptions(visits, { partitionBy: { range: [visits.at] } })
  export const early = pg.pgPartition('visits_early', visits, { from: 0, to: 10 })
`

test('FAILURES 26, 34: all that drizzle-kit drops or cannot declare is declared, proven, applied and settles', async () => {
  await using it = await started(rich)
  await settles(it, 'init')

  const facts = await it.query(`
    select 'policy' as of, polname || ' ' || coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') as is from pg_policy
    union all select 'index', pg_get_indexdef('by_owner'::regclass)
    union all select 'constraint', pg_get_constraintdef(oid) from pg_constraint where conname in ('owned', 'chipped')
    union all select 'column', collname from pg_attribute a join pg_collation c on c.oid = attcollation where attrelid = 'pets'::regclass and attname = 'name'
    union all select 'comment', col_description('pets'::regclass, 3)
    union all select 'grant', privilege_type from information_schema.role_table_grants where grantee = 'PUBLIC' and table_name = 'pets'
    union all select 'partition', pg_get_expr(relpartbound, oid) from pg_class where relname = 'visits_early'
    union all select 'type', format_type(atttypid, atttypmod) from pg_attribute where attrelid = 'owners'::regclass and attname in ('email', 'lives')
    order by 1, 2`)
  expect(facts.map((fact) => `${fact.of}: ${fact.is}`)).toEqual([
    'column: C',
    'comment: as it is called',
    'constraint: FOREIGN KEY (owner) REFERENCES owners(id) DEFERRABLE INITIALLY DEFERRED',
    'constraint: UNIQUE NULLS NOT DISTINCT (chip)',
    'grant: SELECT',
    'index: CREATE INDEX by_owner ON public.pets USING btree (owner) INCLUDE (name)',
    'partition: FOR VALUES FROM (0) TO (10)',
    `policy: see (name <> ''::text)`,
    'policy: write (owner = 1)(owner = 2)',
    'type: email',
    'type: place',
  ])
})

test('FAILURES 26: what cannot be declared is reported, not passed over', async () => {
  await using it = await started(`${imports} export const rooms = pgTable('rooms', { id: integer().primaryKey() })`)
  await settles(it, 'init')
  await it.query(`
    create collation "pla in" (locale = 'C'); create statistics s on id, (id + 1) from rooms;
    create rule r as on delete to rooms do instead nothing; create view v as select 1 as one`)
  const { unmodelled } = await status({ cwd: it.cwd })

  expect(unmodelled.map(({ kind, name, what }) => [kind, name, what].filter(Boolean).join(' '))).toEqual([
    expect.stringMatching(/collation.*pla in/),
    expect.stringMatching(/rule.*rooms/),
    expect.stringMatching(/statistics.*s/),
  ])
  expect(await generate({ cwd: it.cwd })).toMatchObject({ tag: null })
})
