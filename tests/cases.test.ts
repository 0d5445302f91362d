import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCatalog } from '../src/postgres/catalog.ts'
import { postgres } from '../src/postgres/postgres.ts'
import { readCases, text, travel } from './harness/case.ts'
import { embedded } from './harness/embedded.ts'

const database = embedded()
// Away from UTC a change between timestamp types writes the table again.
const world = "CREATE ROLE authenticated; CREATE ROLE anon; SET timezone = 'Europe/Berlin'"

const reverse = (answer: string) => answer.split('=').reverse().join('=')

test.each(readCases(join(import.meta.dirname, 'cases')))('$name', async ({ folder, sql, seed, rename }) => {
  const { connection } = database
  await connection.script(world)
  const state = async (script: string) => {
    await connection.script(`BEGIN; ${script}`)
    const schema = await readCatalog(connection, { transaction: false })
    await connection.script('ROLLBACK')
    return schema
  }
  const pair = { from: await state(sql.from), to: await state(sql.to) }
  await connection.script(sql.from)
  await connection.script(seed)
  const up = await travel(connection, pair, rename, postgres)
  const down = await travel(connection, { from: pair.to, to: pair.from }, rename.map(reverse), postgres)
  await expect(`-- up\n${text(up)}\n-- down\n${text(down)}`).toMatchFileSnapshot(join(folder, 'plan.sql'))
})
