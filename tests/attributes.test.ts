import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diff } from '../src/diff/diff.ts'
import { readCatalog } from '../src/postgres/catalog.ts'
import { postgres } from '../src/postgres/postgres.ts'
import { readCases } from './harness/case.ts'
import { embedded } from './harness/embedded.ts'

const reverse = (answer: string) => answer.split('=').reverse().join('=')
const database = embedded()

test('every attribute of every kind changes in a case, and every kind is made, dropped and renamed in one', async () => {
  const { connection } = database
  await connection.script('create role authenticated; create role anon')
  const state = async (script: string) => {
    await connection.script(`begin; ${script}`)
    const schema = await readCatalog(connection, { transaction: false })
    await connection.script('rollback')
    return schema
  }
  const seen = new Set<string>()
  for (const { sql, rename } of readCases(join(import.meta.dirname, 'cases'))) {
    const pair = { from: await state(sql.from), to: await state(sql.to) }
    // Every case is gone through there and back.
    const back = diff({ from: pair.to, to: pair.from }, postgres, { rename: rename.map(reverse), create: [] })
    for (const change of [...diff(pair, postgres, { rename, create: [] }).changes, ...back.changes]) {
      const kind = change.key.slice(0, change.key.indexOf(':'))
      const what = change.verb === 'alter' ? change.attrs : [change.verb]
      for (const one of what) seen.add(`${kind} ${one}`)
    }
  }
  const wanted = Object.values(postgres.kinds).flatMap(({ name, fields, rename }) =>
    [
      ...Object.entries(fields).flatMap(([attr, field]) => (field === 'ignore' ? [] : [attr])),
      ...['create', 'drop', ...(rename ? ['rename'] : [])],
    ].map((what) => `${name} ${what}`),
  )
  expect(wanted.filter((one) => !seen.has(one))).toEqual([])
}, 180_000)
