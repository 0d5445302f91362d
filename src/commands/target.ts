import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import type { Config } from '../drizzle/config.ts'
import { SluiceError } from '../errors.ts'
import type { Credentials } from '../postgres/server/connect.ts'
import type { Context } from './context.ts'

/** A database to work on. `label` names it without a password. */
export type Target =
  | { readonly label: string; readonly to: string | Credentials }
  | { readonly label: string; readonly directory: string }

const credentials = v.object({
  host: v.pipe(v.string(), v.nonEmpty('is empty')),
  port: v.optional(v.number()),
  user: v.optional(v.string()),
  password: v.optional(v.string()),
  database: v.pipe(v.string(), v.nonEmpty('is empty')),
  ssl: v.optional(
    v.union([
      v.boolean(),
      v.picklist(['require', 'allow', 'prefer', 'verify-full']),
      v.record(v.string(), v.unknown()),
    ]),
  ),
})

/**
 * The database that the commands work on, the first of: `--url`, `dbCredentials`, the driver pglite, a non-empty
 * DATABASE_URL, the embedded one. What is named and empty is an error: never another database than the one that was meant.
 * @throws SluiceError `DATABASE_URL_EMPTY`, `DATABASE_URL_INVALID`, `CREDENTIALS_INVALID`, `DRIVER_UNSUPPORTED`,
 * `EMBEDDED_NOT_NAMED`
 */
export function chooseTarget(config: Config, url: string | undefined): Target {
  if (url !== undefined) return server(url, '--url')
  const { driver, credentials, env, root } = config
  if (driver !== null && driver !== 'pglite') {
    const instead =
      'leave driver out and give dbCredentials a url, or say --url <url>; pglite is the one driver that works'
    throw new SluiceError('DRIVER_UNSUPPORTED', { driver, instead })
  }
  if (credentials !== null) return driver ? pglite(config) : fromCredentials(config)
  if (!driver && env.DATABASE_URL?.trim()) return server(env.DATABASE_URL, 'DATABASE_URL')
  // An application that forgot its DATABASE_URL must not come up on an empty database of its own.
  if (!driver && env.NODE_ENV === 'production') throw new SluiceError('EMBEDDED_NOT_NAMED')
  return embedded(join(root, '.sluice', 'postgres'))
}

function fromCredentials({ credentials: given, file }: Config): Target {
  if (typeof given === 'object' && given !== null && 'url' in given) return server(given.url, 'dbCredentials.url')
  const { issues, output } = v.safeParse(credentials, given)
  if (issues) {
    const problem = `${v.getDotPath(issues[0]) ?? 'the whole'}: ${issues[0].message}`
    throw new SluiceError('CREDENTIALS_INVALID', { file, problem })
  }
  const { user, host, port = 5432, database } = output
  const label = `postgres://${user ? `${encodeURIComponent(user)}@` : ''}${host}:${port}/${database}`
  return { label, to: output as Credentials }
}

function pglite({ credentials: given, file, root }: Config): Target {
  const { url } = Object(given) as { url?: unknown }
  const text = said(url, 'dbCredentials.url')
  if (/^(memory|idb|opfs-ahp):/.test(text))
    throw new SluiceError('CREDENTIALS_INVALID', { file, problem: `${text} is not kept: name a folder` })
  return embedded(text.startsWith('file://') ? fileURLToPath(text) : resolve(root, text))
}

const embedded = (directory: string): Target => ({
  label: `embedded ${relative('', directory) || '.'}`,
  directory,
})

function server(given: unknown, where: string): Target {
  const text = said(given, where)
  return { label: withoutSecrets(text), to: text }
}

function said(text: unknown, where: string): string {
  if (typeof text === 'string' && text.trim()) return text.trim()
  throw new SluiceError('DATABASE_URL_EMPTY', { where })
}

/** User, host, port and database: a query may hold a password too. */
function withoutSecrets(url: string): string {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) throw new SluiceError('DATABASE_URL_INVALID')
  const { username, host, pathname } = new URL(url)
  return `postgres://${username && `${username}@`}${host}${pathname}`
}

/** Says first where a command works, and then what is odd about its config. */
export function announce({ report, warn }: Context, { label }: Target, { warnings }: Config): void {
  report(`Database: ${label}`)
  for (const warning of warnings) warn(warning)
}
