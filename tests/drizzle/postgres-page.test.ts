import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diff } from '../../src/diff/diff.ts'
import * as declare from '../../src/drizzle/declare.ts'
import { plan } from '../../src/plan/plan.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { assuming } from '../../src/proof/stand-ins.ts'
import { embedded } from '../harness/embedded.ts'
import { load } from '../harness/load.ts'

const page = await readFile(join(import.meta.dirname, '../../docs/postgres.md'), 'utf8')

/** A schema file, and statements of the plan that makes it, in their order. */
const examples = page
  .split(/^## /m)
  .slice(1)
  .flatMap((section) =>
    [...section.matchAll(/```ts\n(.*?)```\n\n```sql\n(.*?)```/gs)].map(([, code = '', sql = '']) => ({
      name: section.slice(0, section.indexOf('\n')),
      code,
      sql,
    })),
  )

const database = embedded()

test.each(examples)('$name', async ({ code, sql }) => {
  const { schema } = await load({ 'src/schema.ts': code })
  const pair = { from: postgres.empty, to: schema }
  const script = plan(pair, diff(pair, postgres), postgres).steps.map((step) => `${step.sql};\n`)
  expect(script.filter((statement) => sql.includes(statement)).join('')).toBe(sql)

  const { connection } = database
  await assuming(connection, new Map(), () => connection.script(`begin; ${script.join('')} commit`))
  const made = await postgres.read(connection)
  const back = { from: made, to: postgres.empty }
  for (const step of plan(back, diff(back, postgres), postgres).steps) await connection.script(step.sql)
  expect((await postgres.read(connection)).size).toBe(postgres.empty.size)
})

test('every export has a section with an example', () => {
  const used = new Set(examples.flatMap(({ code }) => [...code.matchAll(/\b\w+\b/g)].map(([name]) => name)))
  expect(Object.keys(declare).filter((name) => !used.has(name))).toEqual([])
})
