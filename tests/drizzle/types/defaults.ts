import { sql } from 'drizzle-orm'
import {
  bigint,
  bit,
  boolean,
  char,
  cidr,
  customType,
  date,
  doublePrecision,
  halfvec,
  inet,
  integer,
  interval,
  json,
  jsonb,
  macaddr,
  numeric,
  pgEnum,
  pgTable,
  real,
  smallint,
  sparsevec,
  text,
  time,
  timestamp,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core'

export const size = pgEnum('size', ['s', "l'arge"])
const citext = customType<{ data: string }>({ dataType: () => 'citext' })
const moment = new Date('2026-01-02T03:04:05.678Z')

/** Values that drizzle-kit writes as they are meant. */
export const values = pgTable('values', {
  empty: text().default(''),
  quote: text().default("it's"),
  backslash: text().default('a\\b\n'),
  unicode: text().default('naïve 🦥'),
  likeNull: text().default('NULL'),
  likeList: varchar({ length: 20 }).default('{a,b}'),
  padded: char({ length: 3 }).default('abc'),
  no: boolean().default(false),
  yes: boolean().default(true),
  zero: integer().default(0),
  negative: smallint().default(-1),
  safe: bigint({ mode: 'number' }).default(Number.MAX_SAFE_INTEGER),
  fraction: real().default(-0.5),
  huge: doublePrecision().default(1e300),
  tiny: doublePrecision().default(5e-324),
  money: numeric({ precision: 10, scale: 2 }).default('12.50'),
  moneyNumber: numeric({ mode: 'number' }).default(12.25),
  nothing: text().default(null as unknown as string),
  day: date().default('2026-01-02'),
  dayDate: date({ mode: 'date' }).default(new Date('2026-01-02T00:00:00.000Z')),
  clock: time({ precision: 3 }).default('03:04:05.678'),
  at: timestamp().default(moment),
  atPrecision: timestamp({ precision: 3 }).default(moment),
  atZone: timestamp({ withTimezone: true }).default(moment),
  atString: timestamp({ mode: 'string', precision: 3 }).default('2026-01-02 03:04:05.678'),
  span: interval().default('1 day'),
  id: uuid().default('00000000-0000-0000-0000-000000000001'),
  address: inet().default('10.0.0.1'),
  net: cidr().default('10.0.0.0/8'),
  mac: macaddr().default('08:00:2b:01:02:03'),
  bits: bit({ dimensions: 3 }).default('101'),
  sparse: sparsevec({ dimensions: 3 }).default('{1:1}/3'),
  half: halfvec({ dimensions: 2 }).default(sql`'[1,2]'`),
  size: size().default("l'arge"),
  folded: citext().default('Folded'),
  object: jsonb().default({ a: [1, null, true], 'b"c': 'naïve 🦥\\' }),
  objectText: json().default({ a: 1 }),
  jsonList: jsonb().default([1, 'two', { three: 3 }]),
  jsonNumber: jsonb().default(17),
  jsonFalse: jsonb().default(false),
  words: text().array().default(['a', 'b c', 'd,e', '{f}', '', 'NULL']),
  noWords: text().array().default([]),
  counts: integer().array().default([1, -2]),
  grid: integer()
    .array()
    .array()
    .default([
      [1, 2],
      [3, 4],
    ]),
  flags: boolean().array().default([true, false]),
  longs: bigint({ mode: 'bigint' }).array().default([9007199254740993n]),
  floats: doublePrecision().array().default([0.5, Number.NaN, Number.POSITIVE_INFINITY]),
  days: date({ mode: 'date' })
    .array()
    .default([new Date('2026-01-02T00:00:00.000Z')]),
  moments: timestamp({ withTimezone: true }).array().default([moment]),
  momentsLocal: timestamp().array().default([moment]),
  documents: jsonb()
    .array()
    .default([{ a: 'b' }, { c: [1] }]),
})

/** What only the server evaluates, and what it never sees. */
export const computed = pgTable('computed', {
  now: timestamp().defaultNow(),
  today: date().defaultNow(),
  clock: time().defaultNow(),
  random: uuid().defaultRandom(),
  expression: integer().default(sql`1 + 1`),
  cast: text().default(sql`'it''s'::text`),
  list: integer().array().default(sql`'{1,2}'::integer[]`),
  null: text().default(sql`NULL`),
  object: jsonb().default(sql`'{}'::jsonb`),
  program: text().$defaultFn(() => 'x'),
  updated: text().$onUpdate(() => 'x'),
})
