import { setTimeout as sleep } from 'node:timers/promises'
import type { Client, ClientConfig } from 'pg'
import { type Connection, DatabaseError, type Row } from '../dialect/connection.ts'
import { SluiceError } from '../errors.ts'
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
  const types = new pg.TypeOverrides()
  // int8, numeric, date, timestamp, timestamptz, interval, even where the host set a parser
  for (const oid of [20, 1700, 1082, 1114, 1184, 1186]) types.setTypeParser(oid, String)
  const config: ClientConfig = {
    connectionTimeoutMillis: 15_000,
    ...(typeof to === 'string' ? fromUrl(to) : fromCredentials(to)),
    fallback_application_name: options.applicationName ?? 'sluice',
    keepAlive: true,
    types,
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
    const { rows } = await client.query(`select current_setting('server_version_num')::int as version`)
    return session(pg, client, rows[0].version)
  } catch (error) {
    abort()
    options.signal?.throwIfAborted()
    throw connectionError(error, { target: label(client), host: client.host, database: client.database ?? '' })
  } finally {
    options.signal?.removeEventListener('abort', abort)
  }
}

type Driver = typeof import('pg').default
/** What `pg` has and its types leave out. */
type OpenClient = Client & {
  readonly processID: number
  readonly secretKey: number
  readonly connection: { readonly stream: { destroy(): void } }
}

function session(pg: Driver, client: Client, version: number): Connection {
  const { processID } = client as OpenClient
  const run = async (sql: string, params?: readonly unknown[]) => {
    try {
      return await client.query(sql, params as unknown[] | undefined)
    } catch (error) {
      throw databaseError(error)
    }
  }
  return {
    version,
    label: label(client),
    embedded: false,
    pid: processID,
    query: async <R extends Row>(sql: string, params: readonly unknown[] = []) => (await run(sql, params)).rows as R[],
    script: async (sql) => {
      const results: unknown = await run(sql)
      const last = Array.isArray(results) ? results.at(-1) : results
      return (last as { rows?: Row[] } | undefined)?.rows ?? []
    },
    cancel: () => cancel(pg, client as OpenClient),
    close: async () => {
      await Promise.race([client.end().catch(() => {}), sleep(2_000, undefined, { ref: false })])
    },
  }
}

/** Sends the protocol's CancelRequest over a connection of its own: it needs no free slot and reaches through a pooler. */
function cancel(pg: Driver, client: OpenClient): Promise<void> {
  const { ssl } = client as unknown as { ssl: ClientConfig['ssl'] }
  const connection = new pg.Connection({ ssl: ssl ?? false }) as InstanceType<Driver['Connection']> & {
    connect(portOrPath: number | string, host?: string): void
    requestSsl(): void
    cancel(pid: number, secret: number): void
  }
  return new Promise((resolve) => {
    connection.once('connect', () => (ssl ? connection.requestSsl() : send()))
    connection.once('sslconnect', () => send())
    const send = () => connection.cancel(client.processID, client.secretKey)
    for (const event of ['end', 'error']) connection.once(event, () => resolve())
    if (client.host.startsWith('/')) connection.connect(`${client.host}/.s.PGSQL.${client.port}`)
    else connection.connect(client.port, client.host)
  })
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

function label({ user, host, port, database }: Client): string {
  const who = user ? `${encodeURIComponent(user)}@` : ''
  if (host.startsWith('/')) return `postgres://${who}/${database ?? ''}?host=${host}`
  return `postgres://${who}${host.includes(':') ? `[${host}]` : host}:${port}/${database ?? ''}`
}

function databaseError(error: unknown): DatabaseError {
  if (!(error instanceof Error)) return new DatabaseError(String(error), {})
  const of = error as Error & Partial<Record<'code' | 'position' | 'detail' | 'hint' | 'where' | 'severity', string>>
  // A server's report has a severity; what is without one comes from the socket or the driver.
  if (!of.severity) return new DatabaseError(of.message, {}, { cause: error })
  const { code: state, position, detail, hint, where } = of
  const said = { state, position: position === undefined ? undefined : Number(position), detail, hint, where }
  return new DatabaseError(of.message, said as ConstructorParameters<typeof DatabaseError>[1], { cause: error })
}
