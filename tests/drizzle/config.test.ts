import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type ConfigRequest, loadConfig } from '../../src/drizzle/config.ts'
import { project } from '../harness/project.ts'

const minimal = `export default { dialect: 'postgresql', schema: './schema.ts' }`

/** Loads the config of a throw-away project. */
async function load(files: Readonly<Record<string, string>>, request: Partial<ConfigRequest> & { in?: string } = {}) {
  await using made = await project(files)
  const { in: inside = '.', ...rest } = request
  return { folder: made.folder, config: await loadConfig({ cwd: join(made.folder, inside), ...rest }) }
}

test.each([
  [
    'drizzle.config.ts',
    `import { defineConfig } from 'drizzle-kit'\nexport default defineConfig({ dialect: 'postgresql' })`,
  ],
  [
    'drizzle.config.mts',
    `import type { Config } from 'drizzle-kit'\nexport default { dialect: 'postgresql' } satisfies Config`,
  ],
  ['drizzle.config.js', `module.exports = { dialect: 'postgresql' }`],
  ['drizzle.config.mjs', `export default await Promise.resolve({ dialect: 'postgresql' })`],
  ['drizzle.config.json', `{ "dialect": "postgresql" }`],
])('%s is found from a folder below, without drizzle-kit being installed', async (name, text) => {
  const { config, folder } = await load({ [name]: text, 'src/db/x.ts': '', 'package.json': '{}' }, { in: 'src/db' })
  expect(config).toMatchObject({ file: join(folder, name), root: folder, out: join(folder, 'drizzle') })
})

test('what is not said has the default of drizzle-kit', async () => {
  const { config } = await load({ 'drizzle.config.ts': minimal })
  expect(config).toMatchObject({
    breakpoints: true,
    casing: null,
    ledger: { schema: 'drizzle', table: '__drizzle_migrations' },
    prefix: 'index',
    schema: ['./schema.ts'],
    schemaFilter: ['public'],
  })
})

test('flags win over the file, and can stand alone', async () => {
  const overrides = {
    dialect: 'postgresql',
    schema: ['a.ts'],
    out: 'm',
    casing: 'snake_case',
    breakpoints: false,
    prefix: 'unix',
  }
  const said = { schema: ['a.ts'], casing: 'snake_case', breakpoints: false, prefix: 'unix' }
  const file = `export default { dialect: 'postgresql', schema: 'b.ts', out: 'n', casing: 'camelCase', migrations: { table: 't', prefix: 'index' } }`
  expect((await load({ 'drizzle.config.ts': file }, { overrides })).config).toMatchObject({
    ...said,
    ledger: { table: 't' },
  })
  const { config, folder } = await load({}, { overrides })
  expect(config).toMatchObject({ ...said, file: null, out: join(folder, 'm') })
})

test('a config that is named starts its paths from where the command runs, as in drizzle-kit', async () => {
  const { config, folder } = await load({ 'config/db.ts': minimal }, { file: 'config/db.ts' })
  expect(config).toMatchObject({ root: folder, out: join(folder, 'drizzle') })
})

test('.env.local wins over .env, the shell over both, and nothing stays behind in the process', async () => {
  process.env.SLUICE_TEST_SHELL = 'shell'
  const files = {
    'drizzle.config.ts': `export default { dialect: 'postgresql', dbCredentials: { url: process.env.SLUICE_TEST_A + process.env.SLUICE_TEST_B + process.env.SLUICE_TEST_SHELL } }`,
    '.env': 'SLUICE_TEST_A=env\nSLUICE_TEST_B=env\nSLUICE_TEST_SHELL=env',
    '.env.local': 'SLUICE_TEST_B="local"',
    'other.env': 'SLUICE_TEST_A=other',
    'last.env': 'SLUICE_TEST_B=last',
  }
  try {
    const { config } = await load(files)
    expect(config.credentials).toEqual({ url: 'envlocalshell' })
    expect(config.env).toMatchObject({ SLUICE_TEST_A: 'env', SLUICE_TEST_B: 'local', SLUICE_TEST_SHELL: 'shell' })
    expect(process.env.SLUICE_TEST_A).toBeUndefined()
    const replaced = await load(files, { envFiles: ['other.env', 'last.env'] })
    expect(replaced.config.credentials).toEqual({ url: 'otherlastshell' })
  } finally {
    delete process.env.SLUICE_TEST_SHELL
  }
})

test('a key that nobody knows is warned about, one of drizzle-kit is not', async () => {
  const file = `export default { dialect: 'postgresql', strict: true, entities: { roles: true }, shema: 'x', migrations: { tabel: 'x' } }`
  const { config } = await load({ 'drizzle.config.ts': file })
  expect(config.warnings).toEqual([
    'the config key "shema" is unknown and has no effect',
    'the config key "migrations.tabel" is unknown and has no effect',
  ])
})

test('without a config every path that was tried is named', async () => {
  await using made = await project({ 'deep/er/x.ts': '' })
  await expect(loadConfig({ cwd: join(made.folder, 'deep/er') })).rejects.toMatchObject({
    code: 'CONFIG_NOT_FOUND',
    exit: 2,
    details: {
      paths: expect.arrayContaining([
        join(made.folder, 'deep/er/drizzle.config.ts'),
        join(made.folder, 'deep/drizzle.config.mjs'),
        join(made.folder, 'drizzle.config.json'),
      ]),
    },
  })
})

test.each([
  ['a dialect that is not supported', `export default { dialect: 'mysql' }`, 'DIALECT_UNSUPPORTED', /mysql/],
  ['a dialect that is to come', `export default { dialect: 'sqlite' }`, 'DIALECT_NOT_BUILT', /sqlite/],
  ['no dialect', `export default { schema: 'x' }`, 'CONFIG_INVALID', /dialect/],
  ['a value of the wrong type', `export default { dialect: 'postgresql', out: 5 }`, 'CONFIG_INVALID', /out: .*string/],
  [
    'a version that no plan is written for',
    `export default { dialect: 'postgresql', postgres: 13 }`,
    'CONFIG_INVALID',
    /postgres: .*14/,
  ],
  [
    'a shadow of a version that there is not',
    `export default { dialect: 'postgresql', shadow: { postgres: 13 } }`,
    'CONFIG_INVALID',
    /shadow: it takes \{ url: .* \} or \{ postgres: 14 \| /,
  ],
  ['no default export', `export default 5`, 'CONFIG_INVALID', /default export/],
  [
    'a syntax error',
    `export default {\n  dialect: 'postgresql',,\n}`,
    'CONFIG_NOT_COMPILED',
    /drizzle\.config\.ts:2:25/,
  ],
  [
    'a missing package',
    `import 'nowhere'\nexport default {}`,
    'CONFIG_NOT_COMPILED',
    /drizzle\.config\.ts:1:8.*nowhere/,
  ],
  ['an exception', `\nthrow new Error('no DATABASE_URL')`, 'CONFIG_THREW', /drizzle\.config\.ts:2:7: no DATABASE_URL/],
])('%s is refused with its place', async (_, text, code, message) => {
  await expect(load({ 'drizzle.config.ts': text })).rejects.toMatchObject({
    code,
    exit: 2,
    message: expect.stringMatching(message),
  })
})

test('credentials never stand in a message', async () => {
  const file = `export default { dialect: 'postgresql', out: 5, dbCredentials: 'postgres://me:secret@host/db' }`
  const error = await load({ 'drizzle.config.ts': file }).catch((caught: Error) => caught)
  expect(JSON.stringify([error, (error as Error).message])).not.toContain('secret')
})

test('an env file that was asked for and is not there is an error', async () => {
  await expect(load({ 'drizzle.config.ts': minimal }, { envFiles: ['no.env'] })).rejects.toMatchObject({
    code: 'ENV_FILE_NOT_FOUND',
  })
})
