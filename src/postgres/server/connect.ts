import type { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client, ClientConfig } from 'pg'
import type { Connection } from '../../dialect/connection.ts'
import { SluiceError } from '../../errors.ts'
import { clientLabel, clientSession, type PgClient } from './client-session.ts'
import { connectionError } from './connection-error.ts'

/** Where a Postgres is: drizzle-kit's `dbCredentials`. */
export interface Credentials {
  readonly host: string
  /** Default 5432. */
  readonly port?: number
  readonly user?: string
  readonly password?: string
  readonly database: string
  /** `require`, `allow` and `prefer` encrypt without verifying, as drizzle-kit's drivers do; an object goes to Node's TLS. */
  readonly ssl?: boolean | 'require' | 'allow' | 'prefer' | 'verify-full' | object
}

/** What the server says besides results: `NOTICE`, `WARNING`, … */
export interface Notice {
  readonly severity: string
  readonly message: string
  /** SQLSTATE. */
  readonly state: string
}

export interface ConnectOptions {
  /** Shown in `pg_stat_activity` unless the URL names one. Default `sluice`. */
  readonly applicationName?: string
  /** Ends the attempt to connect; an open connection is not touched. */
  readonly signal?: AbortSignal
  readonly onNotice?: (notice: Notice) => void
}

/**
 * Opens one session on a Postgres server through the driver `pg`.
 *
 * @throws SluiceError `DATABASE_…` with the server's own message: unreachable, wrong password, no such database, …
 */
export async function connect(to: string | Credentials, options: ConnectOptions = {}): Promise<Connection> {
  const { default: pg } = await import('pg')
  const config: ClientConfig = {
    connectionTimeoutMillis: 15_000,
    ...(typeof to === 'string' ? fromUrl(to) : fromCredentials(to)),
    fallback_application_name: options.applicationName ?? 'sluice',
    keepAlive: true,
  }
  const client = newClient(pg, config)
  client.on('error', () => {}) // a lost connection also fails the running or the next query, which reports it
  const { onNotice } = options
  if (onNotice) {
    client.on('notice', ({ severity, message, code }) =>
      onNotice({ severity: severity ?? '', message: message ?? '', state: code ?? '' }),
    )
  }
  const abort = () => void (client as OpenClient).connection.stream.destroy()
  options.signal?.addEventListener('abort', abort, { once: true })
  try {
    options.signal?.throwIfAborted()
    await client.connect()
    const session = await clientSession(client as unknown as PgClient, async () => {
      await Promise.race([client.end().catch(() => {}), sleep(2_000, undefined, { ref: false })])
    })
    return { ...session, watched: watched(client as OpenClient, session) }
  } catch (error) {
    abort()
    options.signal?.throwIfAborted()
    throw connectionError(error, { target: clientLabel(client), host: client.host, database: client.database ?? '' })
  } finally {
    options.signal?.removeEventListener('abort', abort)
  }
}

type Driver = typeof import('pg').default
/** What `pg` has and its types leave out. */
type OpenClient = Client & {
  readonly connection: EventEmitter<{ commandComplete: [] }> & { readonly stream: { destroy(): void } }
}

const watched =
  ({ connection }: OpenClient, { script }: Connection): NonNullable<Connection['watched']> =>
  (sql, onEnd) => {
    connection.on('commandComplete', onEnd)
    return script(sql).finally(() => connection.off('commandComplete', onEnd))
  }

function newClient(pg: Driver, config: ClientConfig): Client {
  try {
    return new pg.Client(config)
  } catch (error) {
    throw invalidUrl(error)
  }
}

/** The driver's own reasons repeat the text of the URL, and with it the password. */
const invalidUrl = (cause: unknown) =>
  new SluiceError('DATABASE_URL_INVALID', {}, { cause: new Error(cause instanceof Error ? cause.name : '') })

function fromUrl(url: string): ClientConfig {
  if (!/^postgres(ql)?:\/\//.test(url)) throw invalidUrl(undefined)
  // Without `uselibpqcompat` the driver takes these as verify-full and prints a warning each; saying so is silent.
  const quiet = /[?&]uselibpqcompat=/.test(url)
    ? url
    : url.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, '$1verify-full')
  const timeout = /[?&]connect_timeout=(\d+)/.exec(url)?.[1]
  return { connectionString: quiet, ...(timeout && { connectionTimeoutMillis: Number(timeout) * 1_000 }) }
}

function fromCredentials({ ssl, ...rest }: Credentials): ClientConfig {
  const unverified = ssl === 'require' || ssl === 'allow' || ssl === 'prefer'
  if (ssl === undefined) return rest
  return { ...rest, ssl: unverified ? { rejectUnauthorized: false } : ssl === 'verify-full' ? true : ssl }
}
