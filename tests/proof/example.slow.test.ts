import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readSnapshot } from '../../src/drizzle/snapshot/read.ts'
import { readFolder } from '../../src/migrate/folder.ts'
import { prove } from '../../src/proof/prove.ts'
import { inputOf } from './proving.ts'

const out = resolve(import.meta.dirname, '../../examples/tenants/drizzle')

/** The migrations of the example, each with the declared states before and after it. */
async function migrations() {
  const folder = await readFolder(out)
  const states = await Promise.all(
    folder.migrations.map(async ({ tag }) => {
      const file = join(out, 'meta', `${tag.slice(0, 4)}_snapshot.json`)
      return readSnapshot(await readFile(file, 'utf8'), file).schema
    }),
  )
  return folder.migrations.map(({ tag, sql }, i) => ({
    tag,
    sql,
    pair: { from: states[i - 1] ?? states[0]!, to: states[i]! },
    earlier: folder.migrations.slice(0, i),
  }))
}

test("the example's history, written by drizzle-kit and by hand, is proven migration by migration", async () => {
  const results = []
  for (const { tag, sql, pair, earlier } of await migrations()) {
    const { proof } = await prove(inputOf(pair, '', { sql, down: null, earlier }))
    results.push({ tag, result: proof.result, why: proof.why, notFilled: proof.seeded.notFilled })
  }

  expect(results.length).toBeGreaterThan(3)
  expect(results.filter(({ result, notFilled }) => result !== 'proven' || notFilled.length > 0)).toEqual([])
})

test('a planned migration of the same change is proven on its neighbourhood, without the history', async () => {
  const { pair } = (await migrations()).at(-1)!
  const { proof } = await prove(inputOf(pair, ''))

  expect(proof).toMatchObject({
    result: 'proven',
    why: [],
    base: 'neighbourhood',
    assumed: ['extension vector', 'role authenticated'],
    down: { result: 'proven', stopped: null },
  })
})
