import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Context, Prompt } from '../../src/commands/context.ts'
import { generate } from '../../src/commands/generate.ts'
import { read } from '../harness/cli.ts'
import { project } from '../harness/project.ts'

const schema = (columns: string) => `
  import { integer, pgTable, text } from 'drizzle-orm/pg-core'
  export const users = pgTable('users', { id: integer().primaryKey(), ${columns} })
`

/** A person who gives these answers, one after the other, and remembers what was asked. */
function person(...answers: readonly (string | boolean)[]): Prompt & { readonly asked: readonly string[] } {
  const asked: string[] = []
  const left = [...answers]
  const next = (message: string) => {
    asked.push(message)
    return left.shift()
  }
  return {
    asked,
    text: async (message, fallback) => (next(message) as string) || fallback,
    confirm: async (message) => next(message) as boolean,
    choose: async (message, choices) => {
      const label = next(message)
      const choice = choices.find((one) => one.label === label)
      if (!choice) throw new Error(`${label} is none of ${choices.map((one) => one.label).join(', ')}`)
      return choice.value
    },
  }
}

async function started() {
  const made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'schema.ts': schema('name: text(), size: integer()'),
  })
  const cwd = made.folder
  const run = (prompt: Prompt) => {
    const context: Context = {
      cwd,
      signal: new AbortController().signal,
      prompt,
      report: () => {},
      warn: () => {},
      progress: () => {},
    }
    return generate.run(context, { prove: false })
  }
  const change = (columns: string) => writeFile(join(cwd, 'schema.ts'), schema(columns))
  return { cwd, run, change, [Symbol.asyncDispose]: () => made[Symbol.asyncDispose]() }
}

test('at a terminal the name is asked for, and Enter takes a made-up one', async () => {
  await using it = await started()
  const enter = person('')
  expect((await it.run(enter)).tag).toMatch(/^0000_[a-z]+_[a-z]+$/)
  expect(enter.asked).toEqual([expect.stringContaining('Name')])
  await it.change('name: text(), size: integer(), age: integer()')
  expect((await it.run(person('add age'))).tag).toBe('0001_add_age')
})

test('each open question is asked, and the answers decide', async () => {
  await using it = await started()
  await it.run(person('init'))
  await it.change('title: text(), weight: integer()')
  const who = person('It was name', 'It is new', true, 'renamed')
  await it.run(who)
  expect(who.asked.slice(0, 2)).toEqual([
    'What is the column public.users.title?',
    'What is the column public.users.weight?',
  ])
  expect(who.asked[2]).toContain('loses data')
  const sql = await read(it.cwd, 'drizzle/0001_renamed.sql')
  expect(sql).toContain('RENAME COLUMN "name" TO "title"')
  expect(sql).toContain('DROP COLUMN "size"')
})

test('a loss needs a yes', async () => {
  await using it = await started()
  await it.run(person('init'))
  await it.change('name: text()')
  await expect(it.run(person(false))).rejects.toMatchObject({ code: 'LOSS_NOT_ALLOWED', exit: 2 })
})
