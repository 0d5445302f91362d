import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'

/** What drizzle-kit 0.20.18 wrote `v5.json` of, and 0.21.4 `v6.json`, with drizzle-orm 0.30.10. */
export const mood = pg.pgEnum('mood', ['sad', "it's ok", 'happy'])
export const shop = pg.pgSchema('shop')

export const users = pg.pgTable(
  'users',
  {
    id: pg.serial('id').primaryKey(),
    name: pg.text('name').notNull().default('none'),
    email: pg.varchar('email', { length: 255 }).unique(),
    mood: mood('mood').notNull().default('happy'),
    moods: mood('moods').array(),
    tags: pg.text('tags').array().notNull().default(sql`'{}'::text[]`),
    data: pg.jsonb('data').default({ a: 1 }),
    active: pg.boolean('active').default(true),
    price: pg.numeric('price', { precision: 10, scale: 2 }).default('0.5'),
    created: pg.timestamp('created', { withTimezone: true, precision: 3 }).defaultNow(),
  },
  (t) => ({
    byName: pg.index('by_name').on(t.name),
    both: pg.uniqueIndex('both').on(t.email, t.active),
    named: pg.unique('u_name').on(t.name, t.email).nullsNotDistinct(),
  }),
)

export const orders = shop.table(
  'orders',
  {
    id: pg.uuid('id').defaultRandom().notNull(),
    line: pg.integer('line').notNull(),
    user: pg.integer('user_id').references(() => users.id, { onDelete: 'cascade' }),
  },
  (t) => ({ pk: pg.primaryKey({ columns: [t.id, t.line], name: 'orders_pk' }) }),
)
