import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generate, migrate, rollback as rollbackProject } from '../../src/index.ts'
import { rollback } from '../../src/migrate/rollback.ts'
import { readCatalog } from '../../src/postgres/catalog.ts'
import { connect } from '../../src/postgres/server/connect.ts'
import { child } from '../harness/child.ts'
import { live } from '../harness/database.ts'
import { downsOf, folderOf } from '../harness/migrations.ts'
import { project } from '../harness/project.ts'

const db = live()

const files = {
  '0000_a': 'create table a (i int, j int);\ninsert into a values (1, 1);',
  '0001_b': 'create index a_j on a (j);\ncreate table b (i int);\ncreate table log (t text);',
  '0002_c': 'create table c (i int);\ncreate index c_i on c (i);',
}
// What runs twice is seen in the rows of `a`.
const downs = {
  '0002_c': 'drop index c_i;\ndrop table c;\ninsert into a values (2);',
  '0001_b': `drop table b;\ninsert into a values (3);\ndrop index concurrently a_j;
    drop table log;\ninsert into a values (4);`,
}

test('a rollback that is killed at any moment ends in the same catalog, and nothing of it runs twice', async () => {
  expect((await db.run({ '0000_a': files['0000_a'] })).failed).toBeUndefined()
  const right = (await readCatalog(db.connection)).hash()
  await db.run(files)
  const whole = await child({ url: db.url, files, downs }).ended
  expect(whole.applied).toEqual(['0002_c', '0001_b'])
  const moments = Array.from({ length: whole.moments! }, (_, index) => index + 1)
  expect(moments.length).toBeGreaterThan(15)
  const killedAt = async (dieAt: number) => {
    const url = await db.server.createDatabase()
    const connection = await connect(url)
    await db.run(files, { connection, connect: () => connect(url) })
    expect(await child({ url, files, downs, dieAt }).ended).toMatchObject({ signal: 'SIGKILL' })
    const folder = folderOf(files)
    const { failed } = await rollback({
      connection,
      connect: () => connect(url),
      folder,
      downs: downsOf(folder, downs),
    })
    const [row] = await connection.query(`select (select array_agg(i order by i) from a) as rows,
      (select array_agg(created_at::int order by id) from drizzle.__drizzle_migrations) as ledger,
      (select count(*)::int from drizzle.__sluice_progress) as unfinished`)
    await connection.script('drop table drizzle.__sluice_progress')
    const catalog = (await readCatalog(connection)).hash()
    await connection.close()
    return { dieAt, failed: failed?.error.message, catalog, ...row }
  }
  const wanted = { failed: undefined, catalog: right, rows: [1, 2, 3, 4], ledger: [1000], unfinished: 0 }
  while (moments.length > 0) {
    const results = await Promise.all(moments.splice(0, 3).map(killedAt))
    for (const result of results) expect(result).toEqual({ dieAt: result.dieAt, ...wanted })
  }
}, 180_000)

test('a rollback that brings an extension back takes the version that the server has, where none is declared', async () => {
  const schema = (extension: string) => `import { integer, pgTable } from 'drizzle-orm/pg-core'
    import { pgExtension } from 'sluice/postgres'
    export const a = pgTable('a', { i: integer() })
    ${extension}`
  await using made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'schema.ts': schema(`export const gist = pgExtension('btree_gist')`),
  })
  const at = { cwd: made.folder, url: db.url }
  await generate({ ...at, prove: false })
  await migrate(at)
  await writeFile(join(made.folder, 'schema.ts'), schema(''))
  await generate({ ...at, prove: false, allowLoss: true })
  await migrate(at)
  expect(await rollbackProject({ ...at, allowLoss: true })).toMatchObject({ left: [], drift: [] })
  expect(await db.one(`select count(*)::int from pg_extension where extname = 'btree_gist'`)).toBe(1)
})
