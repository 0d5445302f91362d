import type { Connection } from '../../src/dialect/connection.ts'
import type { Dialect } from '../../src/dialect/dialect.ts'
import type { Diff } from '../../src/diff/diff.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { rootOf } from '../../src/postgres/partition.ts'
import { keyOf, type Pair } from '../../src/schema/object.ts'
import type { Schema } from '../../src/schema/schema.ts'

/** What of a column gives it other values. */
const valued = ['type', 'of', 'generated', 'virtual']

/** Every row of every table in both states, in the columns whose values the plan leaves alone, as text. */
export async function content(
  connection: Connection,
  pair: Pair<Schema>,
  { changes, before }: Diff,
  { steps }: Plan,
  side: 'from' | 'to',
  dialect: Dialect,
): Promise<Record<string, unknown>> {
  const touched = new Set(
    changes.flatMap((c) => (c.verb === 'alter' && c.attrs.some((attr) => valued.includes(attr)) ? [c.key] : [])),
  )
  const lossy = new Set(steps.filter((s) => s.loses).map((s) => s.change.key))
  const labels = changes.flatMap((c) =>
    c.verb === 'rename' && c.to.kind === 'enumValue'
      ? [{ parent: c.to.parent!, from: c.from.id.name!, to: c.to.id.name! }]
      : [],
  )
  const result: Record<string, unknown> = {}
  for (const object of pair.to) {
    // What is gone on purpose is not looked for. The rows of a partitioned table are those of its partitions.
    if (object.kind !== 'table' || object.attrs.partitionBy !== null || lossy.has(keyOf(object))) continue
    const tables = { from: before(keyOf(object)), to: object }
    if (!tables.from) continue
    const columns = pair.to
      .children(rootOf(keyOf(object), pair.to))
      .filter((c) => c.kind === 'column' && before(keyOf(c)) && !touched.has(keyOf(c)) && !lossy.has(keyOf(c)))
    const names = columns.map((c) =>
      dialect.quote([Object.values((side === 'from' ? before(keyOf(c)) : c)!.id).at(-1)!]),
    )
    const table = dialect.quote(Object.values(tables[side]!.id))
    const rows = await connection.query<{ row: (string | null)[] }>(
      `SELECT to_json(ARRAY[${names.map((c) => `${c}::text`).join(', ')}]::text[]) AS row FROM ${table}`,
    )
    const renamed = columns.map(({ refs }) =>
      side === 'from' ? labels.filter(({ parent }) => refs.includes(parent)) : [],
    )
    const now = (value: string | null, i: number) =>
      renamed[i]!.reduce((text, { from, to }) => text?.replaceAll(from, to) ?? null, value)
    result[keyOf(object)] = rows.map(({ row }) => JSON.stringify(row.map(now))).sort()
  }
  return result
}
