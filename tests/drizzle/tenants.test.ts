import { expect, test } from 'vitest'
import { postgres } from '../../src/postgres/postgres.ts'
import { build } from '../../src/proof/settle.ts'
import { embedded } from '../harness/embedded.ts'
import { load } from '../harness/load.ts'

const database = embedded()
const [ours, theirs] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']

test("a request sees and changes its own tenant's rows and no other, and none where nobody says whose it is", async () => {
  const { schema } = await load({
    'src/schema.ts': `import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
      import { baseColumns, tenantColumns, tenantPolicies } from 'sluice/postgres'
      export const tenants = pgTable('tenants', { ...baseColumns })
      const tenant = tenantColumns({ 'the tenant': uuid() }, () => tenants.id)
      const extras = (name) => (t) => tenantPolicies(name, { tenant: t['the tenant'] })
      export const notes = pgTable('no"tes', { ...baseColumns, ...tenant, note: text() }, extras('no"tes'))
      export const lines = pgTable('lines', { ...baseColumns, ...tenant }, extras('lines'))`,
  })
  const { connection } = database
  await connection.script(`create role authenticated; ${build(schema, postgres)};
    grant all on all tables in schema public to authenticated;
    insert into tenants (id) values ('${ours}'), ('${theirs}');
    insert into "no""tes" ("the tenant", note) values ('${ours}', 'ours'), ('${theirs}', 'theirs');
    set role authenticated; set app.tenant_id = '${ours}'`)
  const seen = async () => (await connection.query('select note from "no""tes" order by 1')).map(({ note }) => note)

  expect(await seen()).toEqual(['ours'])
  await connection.script(
    `update "no""tes" set note = 'changed'; delete from "no""tes" where "the tenant" = '${theirs}'`,
  )
  const insert = `insert into lines ("the tenant") values ('${theirs}')`
  await expect(connection.script(insert)).rejects.toThrow('violates row-level security policy')
  await connection.script(`set app.tenant_id = ''`)
  expect(await seen()).toEqual([])
  await connection.script('reset role')
  expect(await seen()).toEqual(['changed', 'theirs'])
  await connection.script(`delete from tenants where id = '${theirs}'`)
  expect(await seen()).toEqual(['changed'])
})
