import { afterAll, beforeAll, expect, test } from 'vitest'
import { diff } from '../../src/diff/diff.ts'
import { readSnapshot } from '../../src/drizzle/snapshot/read.ts'
import { plan } from '../../src/plan/plan.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { keyOf } from '../../src/schema/object.ts'
import { Schema } from '../../src/schema/schema.ts'
import { embedded } from '../harness/embedded.ts'
import { type KitProject, kitProject, richSchema } from '../harness/kit.ts'

const database = embedded()
let kit: KitProject

beforeAll(async () => {
  kit = await kitProject(richSchema)
  await kit.run('generate')
})
afterAll(() => kit[Symbol.asyncDispose]())

/** What the rich schema counts on and does not declare: extensions, roles, and somebody else's schema. */
const foreign = `
  CREATE EXTENSION vector; CREATE EXTENSION citext; CREATE SCHEMA auth;
  CREATE ROLE authenticated; CREATE ROLE anon; CREATE ROLE "ro.le"; CREATE ROLE "Rolle ""x"""; CREATE ROLE there;
  CREATE SCHEMA "sto.rage"; CREATE TABLE "sto.rage"."ob""jects" (name text)`

test('every attribute of every kind can be built and taken away again, hostile names and all', async () => {
  const { connection } = database
  await connection.script(foreign)
  const empty = await postgres.read(connection)
  const declared = readSnapshot(await kit.snapshot(), 'rich').schema
  // What exists elsewhere is nobody's to build.
  const ours = [...declared].filter(({ attrs }) => attrs.definition !== null)
  const full = new Schema([...ours, ...[...empty].filter((object) => !declared.has(keyOf(object)))])
  await run({ from: empty, to: full })
  const built = await postgres.read(connection)
  expect([...built].map(keyOf)).toEqual([...full].map(keyOf))
  await run({ from: built, to: empty })
  expect([...(await postgres.read(connection))]).toEqual([...empty])
})

async function run(pair: { from: Schema; to: Schema }): Promise<void> {
  for (const { sql } of plan(pair, diff(pair, postgres), postgres).steps) await database.connection.script(sql)
}
