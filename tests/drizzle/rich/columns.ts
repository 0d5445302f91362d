import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  char,
  customType,
  date,
  doublePrecision,
  halfvec,
  inet,
  integer,
  interval,
  json,
  jsonb,
  numeric,
  pgEnum,
  pgSchema,
  pgTable,
  real,
  serial,
  smallint,
  smallserial,
  text,
  time,
  timestamp,
  uuid,
  varchar,
  vector,
} from 'drizzle-orm/pg-core'

export const shop = pgSchema('shop')
export const mood = pgEnum('mood', ['sad', "it's ok", 'happy'])
export const size = shop.enum('size', ['s', 'm', 'l'])

const citext = customType<{ data: string }>({ dataType: () => 'citext' })

export const serials = pgTable('serials', {
  id: serial().primaryKey(),
  small: smallserial().notNull(),
  big: bigserial({ mode: 'bigint' }),
})

export const types = pgTable('types', {
  id: uuid().defaultRandom().primaryKey(),
  long: bigint({ mode: 'number' }),
  short: smallint(),
  amount: numeric({ precision: 10, scale: 2 }),
  ratio: real(),
  precise: doublePrecision(),
  code: char({ length: 3 }),
  name: varchar({ length: 255 }),
  at: timestamp({ precision: 3, withTimezone: true, mode: 'string' }),
  clock: time({ withTimezone: true }),
  span: interval({ fields: 'day to second' }),
  address: inet(),
  folded: citext(),
  embedding: vector({ dimensions: 3 }),
  half: halfvec({ dimensions: 3 }),
})

export const defaults = pgTable('defaults', {
  flag: boolean().default(true).notNull(),
  flagSql: boolean().default(sql`true`),
  count: integer().default(0),
  countSql: integer().default(sql`0`),
  negative: integer().default(-1),
  rate: real().default(0.5),
  none: text().default(sql`NULL`),
  nothing: varchar({ length: 20 }).default(null as unknown as string),
  word: text().default("it's"),
  empty: text().default(''),
  money: numeric().default('12.50'),
  moment: timestamp().defaultNow().notNull(),
  day: date({ mode: 'date' }).default(new Date('2026-01-02T03:04:05.678Z')),
  instant: timestamp({ withTimezone: true }).default(new Date('2026-01-02T03:04:05.678Z')),
  local: timestamp().default(new Date('2026-01-02T03:04:05.678Z')),
  settings: jsonb().default({ theme: 'dark', list: [1, 2] }),
  settingsText: json().default([]),
  words: text().array().default(['a', 'b']),
  grid: integer()
    .array()
    .array()
    .default([[1, 2]]),
  empties: text().array().default([]),
  mood: mood().default('happy').notNull(),
  sizes: size().array().default(['s']),
})

export const arrays = pgTable('arrays', {
  tags: text().array(),
  fixed: integer().array(3),
  matrix: numeric({ precision: 5, scale: 1 }).array().array(),
  moods: mood().array().notNull(),
  moodGrid: mood('mood_grid').array(2).array(),
})

export const generated = shop.table('generated', {
  first: text().notNull(),
  last: text().notNull(),
  full: text().generatedAlwaysAs(sql`first || ' ' || "last"`),
  upper: text().generatedAlwaysAs("upper(first || '\\n')"),
  size: size().default('m'),
})
