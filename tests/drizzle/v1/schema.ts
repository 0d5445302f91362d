import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  pgEnum,
  pgPolicy,
  pgRole,
  pgSchema,
  pgSequence,
  pgTable,
  pgView,
  serial,
  text,
  unique,
} from 'drizzle-orm/pg-core'
export const mood = pgEnum('mood', ['sad', 'ok', 'glad'])
export const shop = pgSchema('sh.op')
export const clerk = pgRole('cl"erk', { createDb: true })
export const numbers = pgSequence('numbers', { increment: 2 })
export const users = pgTable(
  'pe.ople',
  {
    id: serial().primaryKey(),
    mail: text('ma.il').notNull().unique(),
    mood: mood().default('ok'),
    age: integer().default(1),
    tags: text().array(),
  },
  (t) => [check('adult', sql`${t.age} >= 0`), index('by age').on(t.age.desc(), t.mail)],
)
export const orders = shop.table(
  'orders',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    by: integer().references(() => users.id, { onDelete: 'cascade' }),
    note: text().default('x'),
  },
  (t) => [unique().on(t.by, t.note), pgPolicy('own', { to: clerk, for: 'select', using: sql`${t.by} = 1` })],
)
export const adults = pgView('adults')
  .with({ securityInvoker: true })
  .as((qb) => qb.select().from(users))
export const extra = pgTable('extra', { id: integer().primaryKey() })
export const more = pgTable('more', { id: integer().primaryKey() })
