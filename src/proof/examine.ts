import { type Connection, DatabaseError, type Statement } from '../dialect/connection.ts'
import type { Dialect } from '../dialect/dialect.ts'
import type { Plan } from '../plan/plan.ts'
import { type Key, keyOf, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { keysOf } from './converge.ts'
import { neighbourhood } from './neighbourhood.ts'
import type { ProveInput } from './prove-input.ts'
import { run } from './run.ts'
import { build, settle } from './settle.ts'
import { type Assumed, assuming, provide } from './stand-ins.ts'
import { type Base, type Examined, engineOf, tryOut } from './trial.ts'

/** Tries a migration out: on the objects around its change where the SQL is the plan's own, else on the migrations before it. */
export async function examine(input: ProveInput): Promise<Examined> {
  const statements = input.dialect.split(input.sql)
  const own = input.plan !== null && isOwn(statements, input.plan, input.dialect)
  return (own ? await onNeighbourhood(input, statements) : undefined) ?? onHistory(input, statements, own)
}

/** Is every statement of the file one of the plan, in its order? */
function isOwn(statements: readonly Statement[], { steps }: Plan, dialect: Dialect): boolean {
  const planned = steps.flatMap(({ sql }) => dialect.split(sql))
  return planned.length === statements.length && planned.every(({ text }, i) => text === statements[i]!.text)
}

const opened = ({ open, statementLimit = 60_000, signal }: ProveInput): Promise<Connection> =>
  open({ statementLimit, ...(signal && { signal }) })

/** The keys that a difference is about, under their names before and after. */
function touchedBy({ diff, plan }: ProveInput): ReadonlySet<Key> {
  const planned = plan?.steps.flatMap(({ change, makes, breaks }) => [change.key, ...makes, ...breaks]) ?? []
  const keys = new Set([...diff.changes.flatMap(keysOf), ...planned])
  for (const k of [...keys]) {
    const was = diff.before(k)
    if (was) keys.add(keyOf(was))
  }
  return keys
}

/** Undefined where the objects around the change do not build without the others. */
async function onNeighbourhood(input: ProveInput, statements: readonly Statement[]): Promise<Examined | undefined> {
  const { dialect, pair, diff } = input
  const touched = touchedBy(input)
  const near = neighbourhood(pair, diff, touched, dialect)
  const assumed: Assumed = new Map()
  const connection = await opened(input)
  try {
    const base = await prepare(connection, near, input, assumed).catch((error: unknown) => {
      if (error instanceof DatabaseError) return undefined
      throw error
    })
    if (!base) return undefined
    return await tryOut(input, base, { statements, touched, own: true })
  } finally {
    await connection.close()
  }
}

async function prepare(
  connection: Connection,
  near: Pair<Schema>,
  { dialect, providers }: ProveInput,
  assumed: Assumed,
): Promise<Base> {
  await provide(connection, assumed, providers)
  const settled = await settle(near.to, connection, dialect, assumed)
  const script = build(near.from, dialect)
  if (script)
    await assuming(connection, assumed, async () => {
      await connection.script(`begin; ${script}; commit`)
    })
  return { name: 'neighbourhood', connection, assumed, settle: async () => settled.schema }
}

async function onHistory(input: ProveInput, statements: readonly Statement[], own: boolean): Promise<Examined> {
  const { dialect, pair, diff, providers } = input
  const touched = touchedBy(input)
  const assumed: Assumed = new Map()
  const connection = await opened(input)
  try {
    await provide(connection, assumed, providers)
    for (const { tag, sql } of await input.earlier()) {
      const earlier = dialect.split(sql)
      const { failure } = await run(connection, earlier, assumed)
      if (failure)
        return notChecked(`${tag}, statement ${failure.number}: ${failure.error.message}`, assumed, connection)
    }
    // In an instance of its own: this one is not empty, and what the migration changes is only known afterwards.
    const settleTo = async (keys: ReadonlySet<Key>): Promise<Schema> => {
      const near = neighbourhood(pair, diff, keys, dialect)
      const other = await opened(input)
      try {
        await provide(other, new Map(), providers)
        return (await settle(near.to, other, dialect, new Map(assumed))).schema
      } finally {
        await other.close()
      }
    }
    return await tryOut(input, { name: 'history', connection, assumed, settle: settleTo }, { statements, touched, own })
  } finally {
    await connection.close()
  }
}

const notChecked = (why: string, assumed: Assumed, connection: Connection): Examined => ({
  engine: engineOf(connection),
  result: 'not checked',
  why: [`the migrations before it do not run: ${why}`],
  base: null,
  assumed: [...assumed.keys()].sort(),
  seeded: { rows: 0, notFilled: [] },
  conditions: [],
  stopped: null,
  changed: [],
  observed: [],
  down: null,
  statements: [],
})
