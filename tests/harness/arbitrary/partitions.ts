import fc from 'fast-check'
import type { Column } from '../../../src/postgres/column.ts'
import { schemaKey } from '../../../src/postgres/schema.ts'
import { ident } from '../../../src/postgres/sql/quote.ts'
import { ordinaryTable, table } from '../../../src/postgres/table.ts'
import { keyOf, type Obj } from '../../../src/schema/object.ts'
import { nameFor, typeOf } from './part.ts'

/** How the rows of a table are spread, over which partitions of three, and where two of them meet. */
export const someSpread = fc.record({
  by: fc.constantFrom('RANGE', 'LIST', 'HASH'),
  partitions: fc.subarray([0, 1, 2]),
  edge: fc.nat({ max: 1 }),
  fillfactor: fc.boolean(),
})

type Spread = typeof someSpread extends fc.Arbitrary<infer T> ? T : never

/** What rows are spread by: the first column that can be; no generated one can (manual, CREATE TABLE). */
const keyIn = (columns: readonly (Column & Obj)[]) =>
  columns.find(({ attrs }) => attrs.of === null && attrs.generated === null && /int|serial|^text$/.test(attrs.type))

/** `RANGE ("id")`; null where no column can be it. */
export function spreadText(spread: Spread, columns: readonly (Column & Obj)[]): string | null {
  const key = keyIn(columns)
  return key ? `${spread.by} (${ident(key.id.name)})` : null
}

/** The partitions of such a table. */
export function partitionsOf(
  whole: Obj,
  { by, partitions, edge, fillfactor }: Spread,
  columns: readonly (Column & Obj)[],
) {
  const [lows, high, more] =
    typeOf(keyIn(columns)!) === 'text' ? [["'f'", "'it''s'"], "'s'", "'x'"] : [['0', '7'], '100', '9']
  const low = lows[edge]!
  const bounds = {
    RANGE: [`FROM (MINVALUE) TO (${low})`, `FROM (${low}) TO (${high})`],
    LIST: [`IN (${low}, NULL)`, `IN (${high}, ${more})`],
    HASH: ['WITH (modulus 3, remainder 0)', 'WITH (modulus 3, remainder 1)', 'WITH (modulus 3, remainder 2)'],
  }
  const schema = whole.id.schema!
  return partitions.map((i) => {
    const values = bounds[by][i]
    const bound = values === undefined ? 'DEFAULT' : `FOR VALUES ${values}`
    const attrs = {
      ...ordinaryTable,
      rls: false,
      rlsDeclared: false,
      with: fillfactor ? { fillfactor: '80' } : {},
      partitionOf: { table: keyOf(whole), bound },
    }
    return table.make({ schema, name: nameFor(`part${i}`, whole) }, attrs, schemaKey(schema), [keyOf(whole)])
  })
}
