import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generate, migrate, type ProgressEvent, SluiceError } from '../../src/index.ts'
import { project } from '../harness/project.ts'

const schema = (columns: string) =>
  `import { integer, pgTable } from 'drizzle-orm/pg-core'\nexport const a = pgTable('a', { ${columns} })\n`

const made = () =>
  project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'schema.ts': schema('one: integer()'),
  })

test('a question that nobody can be asked is an error with all that is open', async () => {
  await using it = await made()
  const cwd = it.folder
  await generate({ cwd, name: 'a', prove: false })
  await writeFile(join(cwd, 'schema.ts'), schema('two: integer()'))
  await expect(generate({ cwd, name: 'b' })).rejects.toMatchObject({
    code: 'ANSWERS_MISSING',
    details: { questions: [{ kind: 'column' }] },
  })
  expect(await generate({ cwd, name: 'b', rename: ['a.one=a.two'], prove: false })).toMatchObject({ tag: '0001_b' })
})

test('a run that fails throws, with what was done until then', async () => {
  await using it = await made()
  const cwd = it.folder
  await generate({ cwd, name: 'a', prove: false })
  await generate({ cwd, name: 'b', custom: true })
  await writeFile(join(cwd, 'drizzle/0001_b.sql'), 'insert into b values (1)')
  const events: ProgressEvent[] = []
  const error = await migrate({ cwd, onEvent: (event) => events.push(event) }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(SluiceError)
  expect(error).toMatchObject({
    code: 'STATEMENT_FAILED',
    details: { tag: '0001_b', result: { applied: [{ tag: '0000_a' }], pending: ['0001_b'] } },
  })
  expect(events).toContainEqual({ type: 'line', text: 'Migration state: 0 applied, 2 expected, 2 pending' })
  expect(events.flatMap((event) => (event.type === 'migration-end' ? event.tag : []))).toEqual(['0000_a'])
})

test('an aborted signal ends a run with INTERRUPTED, and nothing is written', async () => {
  await using it = await made()
  const cwd = it.folder
  await expect(generate({ cwd, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'INTERRUPTED', exit: 130 })
  const stop = new AbortController()
  const onEvent = (event: ProgressEvent) => event.type === 'progress' && stop.abort()
  await expect(generate({ cwd, name: 'a', signal: stop.signal, onEvent })).rejects.toMatchObject({
    code: 'INTERRUPTED',
  })
  expect(await generate({ cwd, name: 'a', prove: false })).toMatchObject({ tag: '0000_a' })
})
