import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Connection } from '../../src/dialect/connection.ts'
import type { Dialect } from '../../src/dialect/dialect.ts'
import { type Lock, locks } from '../../src/dialect/kind.ts'
import { type Diff, diff } from '../../src/diff/diff.ts'
import { type Plan, plan, type Step } from '../../src/plan/plan.ts'
import { keyOf, type Pair } from '../../src/schema/object.ts'
import type { Schema } from '../../src/schema/schema.ts'

/** A folder of `tests/cases`: two states, rows that the first one holds, and the answers that lead to the second. */
export interface Case {
  readonly name: string
  readonly folder: string
  readonly sql: Pair<string>
  readonly seed: string
  readonly rename: readonly string[]
}

/** All cases below a folder, by name. */
export function readCases(root: string): Case[] {
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.name === 'from.sql')
    .map(({ parentPath: folder }) => {
      const read = (file: string) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '')
      const { rename = [] } = JSON.parse(read('answers.json') || '{}') as { rename?: string[] }
      const name = folder.slice(root.length + 1)
      return { name, folder, sql: { from: read('from.sql'), to: read('to.sql') }, seed: read('seed.sql'), rename }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** One direction: the rows meet the conditions, the plan leads to the target, a second plan is empty, rows stay, and locks and rewrites are as declared. */
export async function travel(
  connection: Connection,
  pair: Pair<Schema>,
  rename: readonly string[],
  dialect: Dialect,
): Promise<Plan> {
  const difference = diff(pair, dialect, { rename, create: [] })
  expect(difference.questions, 'questions that the answers leave open').toEqual([])
  const planned = plan(pair, difference, dialect)
  const before = await content(connection, pair, difference, planned, 'from', dialect)
  for (const { query, says } of planned.steps.flatMap((step) => step.conditions))
    expect(Object.values((await connection.query(query))[0]!).map(Number), says).toEqual([0])
  for (const step of planned.steps) await runStep(connection, step)
  const after = await dialect.read(connection)
  const left = diff({ from: after, to: pair.to }, dialect)
  expect(
    left.changes.map((c) => `${c.verb} ${c.key}`),
    text(planned),
  ).toEqual([])
  expect(await content(connection, pair, difference, planned, 'to', dialect), text(planned)).toEqual(before)
  return planned
}

/** The statements with what is declared about each, as a reviewer reads them. */
export const text = ({ steps }: Plan): string =>
  steps
    .map(({ sql, lock, rewrites, loses, alone, conditions }) => {
      const notes = [lock, rewrites && 'rewrites', alone && 'outside a transaction', loses && `loses ${loses}`]
      const conditional = conditions.map(({ says }) => `--   only if no ${says}\n`)
      return `-- ${notes.filter(Boolean).join(', ')}\n${conditional.join('')}${sql};\n`
    })
    .join('')

async function runStep(connection: Connection, step: Step): Promise<void> {
  if (step.alone) {
    await connection.script(step.sql)
    return
  }
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
    expect(locks[strongest], `lock of ${step.sql}`).toBe(step.lock)
    const rewritten = [...after.values()].some(
      ({ oid, kind, node }) => kind === 'r' && (before.get(oid)?.node ?? node) !== node,
    )
    expect(rewritten, `rewrite by ${step.sql}`).toBe(step.rewrites)
    await connection.script('COMMIT')
  } catch (error) {
    await connection.script('ROLLBACK')
    throw error
  }
}

interface Relation {
  readonly oid: number
  readonly kind: string
  readonly node: string
}

async function relations(connection: Connection): Promise<Map<number, Relation>> {
  const rows = await connection.query(`
    SELECT c.oid::int4 AS oid, c.relkind::text AS kind, pg_relation_filenode(c.oid)::text AS node
    FROM pg_class c WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'm', 'i', 'S')`)
  return new Map((rows as unknown as Relation[]).map((row) => [row.oid, row]))
}

/** `AccessExclusiveLock` → `access-exclusive`. */
const toLock = (mode: string): Lock =>
  mode
    .replace(/Lock$/, '')
    .replace(/(?<!^)([A-Z])/g, '-$1')
    .toLowerCase() as Lock

/** Every row of every table in both states, in the columns whose values the plan leaves alone, as text. */
async function content(
  connection: Connection,
  pair: Pair<Schema>,
  { changes, before }: Diff,
  { steps }: Plan,
  side: 'from' | 'to',
  dialect: Dialect,
): Promise<Record<string, unknown>> {
  const touched = new Set(changes.filter((c) => c.verb === 'alter').map((c) => c.key))
  const lossy = new Set(steps.filter((s) => s.loses).map((s) => s.change.key))
  const result: Record<string, unknown> = {}
  for (const object of pair.to) {
    if (object.kind !== 'table') continue
    const tables = { from: before(keyOf(object)), to: object }
    if (!tables.from) continue
    const columns = pair.to
      .children(keyOf(object))
      .filter((c) => c.kind === 'column' && before(keyOf(c)) && !touched.has(keyOf(c)) && !lossy.has(keyOf(c)))
      .map((c) => dialect.quote([Object.values((side === 'from' ? before(keyOf(c)) : c)!.id).at(-1)!]))
    const table = dialect.quote(Object.values(tables[side]!.id))
    const rows = await connection.query(
      `SELECT ${['1', ...columns].map((c) => `${c}::text`).join(" || '|' || ")} AS row FROM ${table} ORDER BY 1`,
    )
    result[keyOf(object)] = rows.map(({ row }) => row)
  }
  return result
}
