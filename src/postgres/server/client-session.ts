import type { Connection, Row } from '../../dialect/connection.ts'
import { databaseError } from './database-error.ts'

/** A connected `Client` of the driver `pg`, as far as a session needs it; the driver's own types do not say all of it. */
export interface PgClient {
  readonly host: string
  readonly port: number
  readonly user?: string | undefined
  readonly database?: string | undefined
  readonly ssl?: unknown
  readonly processID: number | null
  readonly secretKey: number | null
  readonly connection: { readonly constructor: unknown }
  getTypeParser(oid: number, format?: string): (text: string) => unknown
  query(config: {
    readonly text: string
    readonly values?: readonly unknown[]
    readonly types: Pick<PgClient, 'getTypeParser'>
  }): Promise<PgResult | readonly PgResult[]>
}

interface PgResult {
  readonly rows?: readonly Row[]
}

/** int8, numeric, date, timestamp, timestamptz, interval: what programs like to have parsed in their own way. */
const asText = new Set([20, 1700, 1082, 1114, 1184, 1186])

/** A session through a client of `pg`; `close` is what ends it, or gives it back. */
export async function clientSession(client: PgClient, close: () => Promise<void>): Promise<Connection> {
  const types = {
    getTypeParser: (oid: number, format?: string) => (asText.has(oid) ? String : client.getTypeParser(oid, format)),
  }
  const run = async (text: string, values?: readonly unknown[]): Promise<readonly Row[]> => {
    try {
      const result = await client.query({ text, types, ...(values && { values }) })
      const last = Array.isArray(result) ? (result as readonly PgResult[]).at(-1) : (result as PgResult)
      return last?.rows ?? []
    } catch (error) {
      throw databaseError(error)
    }
  }
  const [row] = await run(`select current_setting('server_version_num')::int as version`)
  return {
    version: Number(row?.version),
    label: clientLabel(client),
    embedded: false,
    ...(client.processID !== null && { pid: client.processID }),
    query: <R extends Row>(sql: string, params: readonly unknown[] = []) => run(sql, params) as Promise<readonly R[]>,
    script: (sql) => run(sql),
    cancel: () => cancel(client),
    close,
  }
}

/** Where a client leads, without a password. */
export function clientLabel({ user, host, port, database = '' }: Omit<PgTarget, 'ssl'>): string {
  const who = user ? `${encodeURIComponent(user)}@` : ''
  if (host.startsWith('/')) return `postgres://${who}/${database}?host=${host}`
  return `postgres://${who}${host.includes(':') ? `[${host}]` : host}:${port}/${database}`
}

type PgTarget = Pick<PgClient, 'user' | 'host' | 'port' | 'database' | 'ssl'>

/** The driver's class for the protocol, which it has and its types leave out. */
type PgConnection = new (config: {
  readonly ssl: unknown
}) => {
  once(event: string, listener: () => void): void
  connect(portOrPath: number | string, host?: string): void
  requestSsl(): void
  cancel(pid: number | null, secret: number | null): void
}

/** Sends the protocol's CancelRequest over a connection of its own: it needs no free slot and reaches through a pooler. */
function cancel(client: PgClient): Promise<void> {
  const { ssl, host, port, processID, secretKey } = client
  const connection = new (client.connection.constructor as PgConnection)({ ssl: ssl ?? false })
  return new Promise((resolve) => {
    const send = () => connection.cancel(processID, secretKey)
    connection.once('connect', () => (ssl ? connection.requestSsl() : send()))
    connection.once('sslconnect', send)
    for (const event of ['end', 'error']) connection.once(event, () => resolve())
    if (host.startsWith('/')) connection.connect(`${host}/.s.PGSQL.${port}`)
    else connection.connect(port, host)
  })
}
