import type { Connection, DatabaseError, Row } from '../../dialect/connection.ts'
import type { Work } from './borrow.ts'
import { clientLabel } from './client-session.ts'
import { databaseError } from './database-error.ts'
import { inTime } from './in-time.ts'

/** The function that postgres-js makes. */
interface Sql {
  readonly options: {
    readonly host: readonly string[]
    readonly port: readonly number[]
    readonly user: string
    readonly database: string
    readonly transform: { readonly column: { readonly from?: ((name: string) => string) | undefined } }
  }
  reserve(): Promise<Reserved>
}

interface Reserved extends Pick<Sql, 'options'> {
  unsafe(sql: string, params?: readonly unknown[]): { raw(): Query }
  release(): void
}

interface Query extends Promise<Result | readonly Result[]> {
  cancel(): unknown
}

/** A result in raw form: the bytes as the server sent them. */
interface Result extends ReadonlyArray<readonly (Uint8Array | null)[]> {
  readonly command?: string
  readonly columns: readonly { readonly name: string; readonly type: number }[] | null
  readonly state: { readonly pid: number } | null
}

export const isSql = (object: unknown): object is Sql =>
  typeof object === 'function' &&
  ['unsafe', 'reserve', 'begin', 'PostgresError'].every((name) => typeof Reflect.get(object, name) === 'function')

/** Reserves one connection of postgres-js. */
export async function borrowFromSql<T>(sql: Sql, work: Work<T>, signal: AbortSignal | undefined): Promise<T> {
  const giveBack = (reserved: Reserved) => reserved.release()
  const reserving = sql.reserve().catch((error: unknown) => {
    throw databaseError(error)
  })
  const reserved = await inTime(reserving, giveBack, signal)
  const another = async () => {
    const other = await inTime(sql.reserve(), giveBack, AbortSignal.timeout(1_000)).catch(() => undefined)
    return other && sessionOf(sql, other)
  }
  const session = await sessionOf(sql, reserved)
  try {
    return await work(session, another)
  } finally {
    await session.close()
  }
}

async function sessionOf(sql: Sql, reserved: Reserved): Promise<Connection> {
  let running: Query | undefined
  // The driver has taken a lost connection back by itself: a query or a release after that would hit the next user's.
  let lost: DatabaseError | undefined
  const run = async (text: string, params?: readonly unknown[]): Promise<Result | undefined> => {
    if (lost) throw lost
    try {
      running = reserved.unsafe(text, params).raw()
      const result = await running
      return isOne(result) ? result : result.at(-1)
    } catch (error) {
      const said = databaseError(error)
      if (said.state === '') lost = said
      throw said
    } finally {
      running = undefined
    }
  }
  const rows = async (text: string, params?: readonly unknown[]) => decode(await run(text, params), text, sql)
  const first = await run(`select current_setting('server_version_num')::int as version`)
  const pid = first?.state?.pid
  return {
    version: Number(decode(first, 'version', sql)[0]?.version),
    label: labelOf(sql),
    embedded: false,
    ...(pid !== undefined && { pid }),
    query: <R extends Row>(text: string, params?: readonly unknown[]) => rows(text, params) as Promise<readonly R[]>,
    script: (text) => rows(text),
    cancel: async () => void (await running?.cancel()),
    close: async () => {
      if (!lost) reserved.release()
    },
  }
}

const isOne = (result: Result | readonly Result[]): result is Result => 'command' in result

/** bool; int2, int4, oid, float4, float8; json, jsonb. All else is text. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  16: (text) => text === 't',
  ...Object.fromEntries([21, 23, 26, 700, 701].map((oid) => [oid, Number])),
  114: JSON.parse,
  3802: JSON.parse,
}

/**
 * Rows by column name. The parsers and the renaming of columns belong to the program (drizzle-orm sets some, `postgres.camel`
 * renames): the bytes are read here, and a name is found again among the words of the query and the columns of our tables.
 */
function decode(result: Result | undefined, text: string, { options }: Sql): readonly Row[] {
  const { from } = options.transform.column
  const words = `${text} hash created_at name statement started_at`.match(/[a-z]+(?:_[a-z]+)*/g) ?? []
  const names = new Map(from && words.map((word) => [from(word), word]))
  const columns = (result?.columns ?? []).map(({ name, type }) => ({ name: names.get(name) ?? name, type }))
  return (result ?? []).map((row) =>
    Object.fromEntries(
      columns.map(({ name, type }, index) => {
        const bytes = row[index]
        const value = bytes ? Buffer.from(bytes).toString() : null
        return [name, value === null ? null : (parsers[type]?.(value) ?? value)]
      }),
    ),
  )
}

function labelOf({ options: { host, port, user, database } }: Sql): string {
  return clientLabel({ host: host[0] ?? '', port: port[0] ?? 5432, user, database })
}
