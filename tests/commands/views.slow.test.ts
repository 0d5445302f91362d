import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generate, prove } from '../../src/index.ts'
import { project } from '../harness/project.ts'

const head = `
  import { eq, sql } from 'drizzle-orm'
  import { integer, pgMaterializedView, pgTable, pgView, text } from 'drizzle-orm/pg-core'
`
const users = (name: string) => `
  export const users = pgTable('us"ers', { id: integer().primaryKey(), name: text('${name}'), age: integer() })
`
const views = {
  old: `
    export const names = pgView('na.mes').as((q) => q.select({ id: users.id, name: users.name }).from(users))
    export const ages = pgMaterializedView('ages', { age: integer(), count: integer() })
      .as(sql\`select age, count(*)::int as count from \${users} group by age\`)
    export const both = pgView('both', { n: integer() }).as(sql\`select count(*)::int as n from \${names}, \${ages}\`)
  `,
  // A column comes before others, so that it takes another view; what reads from it goes and comes with it.
  new: `
    export const names = pgView('na.mes').with({ securityBarrier: true })
      .as((q) => q.select({ age: users.age, id: users.id, name: users.name }).from(users).where(eq(users.id, 1)))
    export const ages = pgMaterializedView('ages', { age: integer(), sum: integer() })
      .as(sql\`select age, sum(id)::int as sum from \${users} group by age\`)
    export const both = pgView('both', { n: integer() }).as(sql\`select count(*)::int as n from \${names}, \${ages}\`)
  `,
}

test('views come, change, follow a renamed column and go, proven there and back', async () => {
  await using made = await project({
    'drizzle.config.json': JSON.stringify({ dialect: 'postgresql', schema: './schema.ts' }),
  })
  const cwd = made.folder
  const states = [
    { schema: users('na me') + views.old },
    { schema: users('na me') + views.new },
    { schema: users('title') + views.new, rename: ['us"ers.na me=title'] },
    { schema: users('title') },
  ]
  for (const [i, { schema, rename = [] }] of states.entries()) {
    await writeFile(join(cwd, 'schema.ts'), head + schema)
    const { proof, loses } = await generate({ cwd, name: 'next', rename })
    expect({ state: i, loses, proof }).toMatchObject({
      state: i,
      loses: [],
      proof: { result: 'proven', why: [], base: 'neighbourhood', down: { result: 'proven', why: [], stopped: null } },
    })
    expect(await generate({ cwd })).toMatchObject({ tag: null })
  }
  const { proofs } = await prove({ cwd, history: true })
  expect(proofs.map(({ standing }) => standing)).toEqual(['proven', 'proven', 'proven', 'proven'])
})

test('SQL written by hand stands on the views of earlier migrations', async () => {
  await using made = await project({
    'drizzle.config.json': JSON.stringify({ dialect: 'postgresql', schema: './schema.ts' }),
    'schema.ts': head + users('name') + views.old,
  })
  const cwd = made.folder
  await generate({ cwd, name: 'made' })
  const { file } = await generate({ cwd, name: 'hand', custom: true })
  await writeFile(
    join(cwd, file!),
    `refresh materialized view ages; update "us""ers" set age = 1; create index on ages (age);
     create view more as select n from "both"`,
  )
  expect(await prove({ cwd })).toMatchObject({ proofs: [{ standing: 'proven', why: [] }] })
  await writeFile(join(cwd, file!), 'drop view "both"; drop view "na.mes"')
  await expect(prove({ cwd })).rejects.toMatchObject({
    code: 'PROOF_FAILED',
    message: expect.stringMatching(/view public\.both is missing.*view public\.na\.mes is missing/s),
  })
})
