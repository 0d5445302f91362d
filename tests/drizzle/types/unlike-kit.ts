import { type SQL, sql } from 'drizzle-orm'
import {
  bigint,
  customType,
  doublePrecision,
  integer,
  jsonb,
  line,
  pgSequence,
  pgTable,
  point,
  real,
  text,
  vector,
} from 'drizzle-orm/pg-core'

const bytea = customType<{ data: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => new Uint8Array(value as Uint8Array),
})
const pair = customType<{ data: { x: number; y: number }; driverData: string }>({
  dataType: () => 'point',
  toDriver: ({ x, y }) => `(${x},${y})`,
  fromDriver: (value) => {
    const [x, y] = value.slice(1, -1).split(',').map(Number) as [number, number]
    return { x, y }
  },
})
const computed = customType<{ data: { n: number }; driverData: SQL | number }>({
  dataType: () => 'integer',
  toDriver: ({ n }) => sql`${n} + 0`,
  fromDriver: (n) => ({ n: n as number }),
})

/** Values that drizzle-kit 0.31.11 writes as broken SQL or as another value. */
export const values = pgTable('values', {
  notANumber: real().default(Number.NaN),
  infinite: doublePrecision().default(Number.NEGATIVE_INFINITY),
  jsonQuote: jsonb().default({ a: "it's" }),
  jsonText: jsonb().default('word'),
  quotes: text().array().default(["it's", 'say "hi"', 'a\\b']),
  nulls: text()
    .array()
    .default(['a', null as unknown as string]),
  nullNumbers: integer()
    .array()
    .default([1, null as unknown as number]),
  jsonTexts: jsonb()
    .array()
    .default(['word', "it's", { a: 'b\\"c' }, [1, [2]]]),
  point: point().default([1, -2.5]),
  pointXy: point({ mode: 'xy' }).default({ x: 1, y: -2.5 }),
  line: line().default([1, 2, 3]),
  lineAbc: line({ mode: 'abc' }).default({ a: 1, b: 2, c: 3 }),
  points: point({ mode: 'tuple' })
    .array()
    .default([
      [1, 2],
      [3, 4],
    ]),
  vector: vector({ dimensions: 3 }).default([1, 2.5, -3]),
  bytes: bytea().default(new Uint8Array([0, 1, 255])),
  pair: pair().default({ x: 1, y: 2 }),
  computed: computed().default({ n: 7 }),
})

/** `drizzle-kit pull` writes the ends of a bigint as numbers, which are rounded: 9223372036854776000. */
export const ends = pgTable('ends', {
  id: bigint({ mode: 'bigint' }).generatedAlwaysAsIdentity({
    // biome-ignore lint/correctness/noPrecisionLoss: that is the point
    minValue: -9223372036854775808,
    // biome-ignore lint/correctness/noPrecisionLoss: that is the point
    maxValue: 9223372036854775807,
    startWith: 1,
  }),
})
// biome-ignore lint/correctness/noPrecisionLoss: that is the point
export const sequence = pgSequence('rounded', { maxValue: 9223372036854775807, startWith: '9007199254740993' })
