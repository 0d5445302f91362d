import { expect } from 'vitest'
import { reversed } from '../../src/commands/answers.ts'
import { type Connection, DatabaseError } from '../../src/dialect/connection.ts'
import type { Dialect } from '../../src/dialect/dialect.ts'
import { type Condition, type Lock, locks, type Manner } from '../../src/dialect/kind.ts'
import type { Change } from '../../src/diff/change.ts'
import { type Diff, diff } from '../../src/diff/diff.ts'
import { letGo } from '../../src/diff/let-go.ts'
import { type Plan, plan, type Step } from '../../src/plan/plan.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import type { Pair } from '../../src/schema/object.ts'
import type { Schema } from '../../src/schema/schema.ts'
import { type Case, statesOf } from './case.ts'
import { content } from './content.ts'

/** What all cases find in the server: two roles, and a place that lies in the data directory. */
export async function furnish(connection: Connection): Promise<void> {
  // Away from UTC a change between timestamp types writes the table again.
  await connection.script("CREATE ROLE authenticated; CREATE ROLE anon; SET timezone = 'Europe/Berlin'")
  const places = await connection.query("SELECT FROM pg_tablespace WHERE spcname = 'fast'")
  if (places.length > 0) return
  await connection.script('SET allow_in_place_tablespaces = on')
  await connection.script("CREATE TABLESPACE fast LOCATION ''")
}

/** Runs a statement outside a transaction, and may look at what it does. */
export type Alone = (connection: Connection, step: Step) => Promise<unknown>

/** Goes through a case in both directions on an empty database. */
export async function thereAndBack(
  connection: Connection,
  one: Case,
  alone: Alone = (session, { sql }) => session.script(sql),
): Promise<{ readonly up: Plan; readonly down: Plan; readonly changes: readonly Change[] }> {
  await furnish(connection)
  const { pair, settled, sql } = await statesOf(one, connection)
  const difference = diff(pair, postgres, one.answers)
  const undone = await reversed(pair, difference, postgres)
  await connection.script(sql.from)
  await connection.script(one.seed)
  const back = { from: pair.to, to: pair.from }
  const { manner } = one
  return {
    up: await travel(connection, { pair, difference, target: settled.to, manner, alone }, postgres),
    down: await travel(
      connection,
      { pair: back, difference: undone, target: settled.from, manner, alone, isBack: true },
      postgres,
    ),
    changes: [...difference.changes, ...undone.changes],
  }
}

/** A way from one state to another: what is planned, and how the database words where it leads. */
interface Way {
  readonly pair: Pair<Schema>
  readonly difference: Diff
  readonly target: Schema
  readonly manner: Partial<Manner>
  readonly alone: Alone
  /** What the whole server shares stays. */
  readonly isBack?: boolean
}

/** One direction: the rows meet the conditions, the plan leads to the target, a second plan is empty, rows stay, and locks and rewrites are as declared. */
async function travel(
  connection: Connection,
  { pair, difference, target, manner, alone, isBack = false }: Way,
  dialect: Dialect,
): Promise<Plan> {
  expect(difference.questions, 'questions that the answers leave open').toEqual([])
  const planned = plan(pair, difference, dialect, manner)
  const before = await content(connection, pair, difference, planned, 'from', dialect)
  for (const condition of planned.steps.flatMap((step) => step.conditions))
    expect(await offending(connection, condition), condition.says).toBe(0)
  for (const step of planned.steps)
    if (step.alone) await alone(connection, step)
    else await runStep(connection, step)
  const reached = { from: await dialect.read(connection), to: target }
  const from = isBack ? letGo(reached, dialect, [], () => true) : reached.from
  const left = diff({ from, to: target }, dialect)
  expect(
    left.changes.map((c) => `${c.verb} ${c.key}`),
    text(planned),
  ).toEqual([])
  expect(await content(connection, pair, difference, planned, 'to', dialect), text(planned)).toEqual(before)
  return planned
}

/** How many rows stand against a condition; none where only the migration makes the label or type that it speaks of. */
async function offending(connection: Connection, { query, since = 0 }: Condition): Promise<number> {
  if (connection.version < since) return 0
  try {
    const [row] = await connection.query(query)
    return Number(Object.values(row!)[0])
  } catch (error) {
    if (error instanceof DatabaseError && ['22P02', '42704'].includes(error.state)) return 0
    throw error
  }
}

/** The statements with what is declared about each, as a reviewer reads them. */
export const text = ({ steps }: Plan): string =>
  steps
    .map(({ sql, lock, rewrites, loses, alone, apart, conditions }) => {
      const notes = [
        lock,
        rewrites && 'rewrites',
        alone && 'outside a transaction',
        apart && 'in the next transaction',
        loses && `loses ${loses}`,
      ]
      const conditional = conditions.map(({ says }) => `--   only if no ${says}\n`)
      return `-- ${notes.filter(Boolean).join(', ')}\n${conditional.join('')}${sql};\n`
    })
    .join('')

async function runStep(connection: Connection, step: Step): Promise<void> {
  const before = await relations(connection)
  await connection.script('BEGIN')
  try {
    await connection.script(step.sql)
    const after = await relations(connection)
    const held = await connection.query(
      'SELECT DISTINCT mode FROM pg_locks WHERE granted AND pid = pg_backend_pid() AND relation = ANY($1::int4[])',
      [[...before.keys()]],
    )
    const strongest = Math.max(0, ...held.map(({ mode }) => locks.indexOf(toLock(String(mode)))))
    expect(locks[strongest]!, `lock of ${step.sql}`).toBe(declaredOn(connection, step))
    const rewritten = [...after.values()].some(
      ({ oid, kind, node }) => (kind === 'r' || kind === 'm') && (before.get(oid)?.node ?? node) !== node,
    )
    expect(rewritten, `rewrite by ${step.sql}`).toBe(step.rewrites)
    await connection.script('COMMIT')
  } catch (error) {
    await connection.script('ROLLBACK')
    throw error
  }
}

/**
 * What a statement takes less on older servers. Before 18 nothing is locked for being granted, and before its sixth release
 * (or the fifth) for being named in an expression that is kept: a sequence by its text, a column of a row.
 */
const lessBefore: readonly (readonly [version: number, statement: RegExp, lock: Lock])[] = [
  [180_000, /^(?:DO \$\$ BEGIN\n\tIF [^\n]* THEN\n\t\t)?(?:GRANT|REVOKE) /, 'access-share'],
  [180_006, /^(?:ALTER DOMAIN|CREATE DOMAIN|CREATE TABLE) .*nextval\(/s, 'access-share'],
  [180_006, /^CREATE (?:OR REPLACE )?FUNCTION .*\nRETURN /s, 'access-share'],
]

/** The declared lock, which is that of the newest version. */
const declaredOn = ({ version }: Connection, { sql, lock }: Step): Lock =>
  lessBefore.some(([before, statement, most]) => version < before && lock === most && statement.test(sql))
    ? 'none'
    : lock

interface Relation {
  readonly oid: number
  readonly kind: string
  readonly node: string
}

export async function relations(connection: Connection): Promise<Map<number, Relation>> {
  const rows = await connection.query(`
    SELECT c.oid::int4 AS oid, c.relkind::text AS kind, pg_relation_filenode(c.oid)::text AS node
    FROM pg_class c WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'm', 'i', 'I', 'S', 'v')`)
  return new Map((rows as unknown as Relation[]).map((row) => [row.oid, row]))
}

/** `AccessExclusiveLock` → `access-exclusive`. */
export const toLock = (mode: string): Lock =>
  mode
    .replace(/Lock$/, '')
    .replace(/(?<!^)([A-Z])/g, '-$1')
    .toLowerCase() as Lock
