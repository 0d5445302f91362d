import { join } from 'node:path'
import { expect, test } from 'vitest'
import { directUrl } from '../../src/commands/direct-url.ts'
import { chooseTarget } from '../../src/commands/target.ts'
import { type Config, loadConfig } from '../../src/drizzle/config.ts'
import type { SluiceError } from '../../src/errors.ts'
import { project } from '../harness/project.ts'

/** The settings that a config file and the env file beside it lead to. */
async function configured(more: string, env = ''): Promise<Config> {
  await using made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', ${more} }`,
    '.env': env || 'DATABASE_URL=',
  })
  return await loadConfig({ cwd: made.folder })
}

async function refused(more: string, env?: string, url?: string): Promise<SluiceError> {
  const config = await configured(more, env)
  try {
    chooseTarget(config, url)
  } catch (error) {
    return error as SluiceError
  }
  throw new Error('not refused')
}

const there = 'DATABASE_URL=postgres://env@localhost/env'

test('--url wins over the config, the config over the driver, both over DATABASE_URL', async () => {
  const both = await configured(`driver: 'pglite', dbCredentials: { url: './data' }`, there)
  expect(chooseTarget(both, 'postgres://a:secret@db:6543/x')).toEqual({
    label: 'postgres://a@db:6543/x',
    to: 'postgres://a:secret@db:6543/x',
  })
  expect(chooseTarget(both, undefined)).toMatchObject({ directory: join(both.root, 'data') })
  const named = await configured(`dbCredentials: { url: 'postgres://b@db/y' }`, there)
  expect(chooseTarget(named, undefined).label).toBe('postgres://b@db/y')
  const driver = await configured(`driver: 'pglite'`, there)
  expect(chooseTarget(driver, undefined)).toMatchObject({ directory: join(driver.root, '.sluice', 'postgres') })
  expect(chooseTarget(await configured('', there), undefined).label).toBe('postgres://env@localhost/env')
})

test('without any of them, and with an empty DATABASE_URL, it is the embedded one', async () => {
  for (const env of ['', 'DATABASE_URL=" "']) {
    const config = await configured('', env)
    expect(chooseTarget(config, undefined)).toMatchObject({ directory: join(config.root, '.sluice', 'postgres') })
  }
})

test('credentials may be given in parts; the label never has the password', async () => {
  const parts = `dbCredentials: { host: 'db', user: 'me@x', password: 'secret', database: 'shop', ssl: 'require' }`
  const target = chooseTarget(await configured(parts), undefined)
  expect(target).toMatchObject({ label: 'postgres://me%40x@db:5432/shop', to: { password: 'secret', ssl: 'require' } })
  const hidden = chooseTarget(await configured(''), 'postgres://me@db/shop?password=secret&sslpassword=secret')
  expect(hidden.label).toBe('postgres://me@db/shop')
})

test('what is named and empty is never replaced by another database', async () => {
  const empty = { code: 'DATABASE_URL_EMPTY', exit: 2 }
  expect(await refused(`dbCredentials: { url: process.env.NOT_SET }`, there)).toMatchObject(empty)
  expect(await refused(`dbCredentials: { url: '' }`)).toMatchObject(empty)
  expect(await refused(`driver: 'pglite', dbCredentials: { url: '' }`)).toMatchObject(empty)
  expect(await refused('', there, '')).toMatchObject(empty)
})

test('in production the embedded one must be named', async () => {
  const production = 'NODE_ENV=production\nDATABASE_URL='
  const { NODE_ENV } = process.env
  delete process.env.NODE_ENV
  try {
    expect(await refused('', production)).toMatchObject({ code: 'EMBEDDED_NOT_NAMED', exit: 2 })
    const named = await configured(`driver: 'pglite'`, production)
    expect(chooseTarget(named, undefined)).toHaveProperty('directory')
  } finally {
    process.env.NODE_ENV = NODE_ENV
  }
})

test('what cannot be a database is refused with what may stand there, and without its secrets', async () => {
  expect(await refused(`dbCredentials: { host: 'db' }`)).toMatchObject({ code: 'CREDENTIALS_INVALID', exit: 2 })
  expect(await refused(`driver: 'pglite', dbCredentials: { url: 'memory://' }`)).toMatchObject({
    code: 'CREDENTIALS_INVALID',
  })
  expect(await refused(`driver: 'aws-data-api'`)).toMatchObject({ code: 'DRIVER_UNSUPPORTED' })
  const error = await refused('', '', 'mysql://me:secret@db/shop')
  expect(error).toMatchObject({ code: 'DATABASE_URL_INVALID' })
  expect(JSON.stringify([error.message, error.details, error.hint])).not.toContain('secret')
})

test('the address behind a pooler: a variable that holds it, else what the address tells, without a password', () => {
  const env = { DIRECT_URL: ' ', DATABASE_URL_UNPOOLED: 'postgres://a:secret@db/x' }
  expect(directUrl('postgres://a@db:6543/x', env)).toBe('"$DATABASE_URL_UNPOOLED"')
  expect(directUrl('postgres://a@ep-x-1-pooler.eu.aws.neon.tech/x', {})).toBe('postgres://a@ep-x-1.eu.aws.neon.tech/x')
  expect(directUrl('postgres://a.b@aws-0-eu.pooler.supabase.com:6543/postgres', {})).toBe(
    'postgres://a.b@aws-0-eu.pooler.supabase.com:5432/postgres',
  )
  expect(directUrl('postgres://a@db:6432/x', {})).toContain('is not the one of the pooler')
})
