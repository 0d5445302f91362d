import { expect, test } from 'vitest'
import { diff } from '../../src/diff/diff.ts'
import { plan } from '../../src/plan/plan.ts'
import { readCatalog } from '../../src/postgres/catalog.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { embedded } from '../harness/embedded.ts'

const database = embedded()

test('a sequence that was put inside new bounds stands where it stood once that is rolled back', async () => {
  const { connection } = database
  const state = async (sql: string) => {
    await connection.script(`begin; ${sql}`)
    const schema = await readCatalog(connection, { transaction: false })
    await connection.script('rollback')
    return schema
  }
  const pair = { from: await state('create sequence s'), to: await state('create sequence s maxvalue 100') }
  const { steps } = plan(pair, diff(pair, postgres), postgres)
  await connection.script(`create sequence s; select setval('s', 5000)`)
  const standing = async () => (await connection.query('select last_value, is_called from s'))[0]

  await connection.script(`begin; ${steps.map(({ sql }) => sql).join('; ')}`)
  expect(await standing()).toEqual({ last_value: '100', is_called: true })
  await connection.script('rollback')
  expect(await standing()).toEqual({ last_value: '5000', is_called: true })
})
