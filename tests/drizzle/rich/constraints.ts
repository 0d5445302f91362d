import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  foreignKey,
  integer,
  pgSchema,
  pgTable,
  primaryKey,
  serial,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { shop } from './columns.ts'

/** Not exported: a schema that somebody else owns. */
const auth = pgSchema('auth')

export const authUsers = auth.table('users', { id: uuid().primaryKey(), email: text() })

export const accounts = pgTable(
  'accounts',
  {
    id: serial().primaryKey(),
    userId: uuid('user_id').references(() => authUsers.id, { onDelete: 'cascade' }),
    managerId: integer('manager_id').references((): AnyPgColumn => accounts.id, { onDelete: 'set null' }),
    email: text().notNull().unique(),
    handle: text().unique('accounts_handle', { nulls: 'not distinct' }),
    age: integer(),
    plan: text(),
  },
  (t) => [
    unique().on(t.email, t.plan),
    unique('plan_once').on(t.plan, t.age).nullsNotDistinct(),
    check('adult', sql`${t.age} >= 18`),
    check('planned', sql`"plan" <> 'x' || chr(10) AND "plan" <> '%'`),
  ],
)

export const memberships = shop.table(
  'memberships',
  { accountId: integer('account_id').notNull(), group: text().notNull(), role: text() },
  (t) => [
    primaryKey({ columns: [t.group, t.accountId] }),
    foreignKey({ columns: [t.accountId], foreignColumns: [accounts.id] })
      .onDelete('restrict')
      .onUpdate('cascade'),
  ],
)

export const invitations = shop.table(
  'invitations',
  { accountId: integer('account_id'), group: text(), by: integer() },
  (t) => [
    primaryKey({ name: 'invitations_key', columns: [t.accountId, t.group] }),
    foreignKey({
      name: 'invitation_of_member',
      columns: [t.group, t.accountId],
      foreignColumns: [memberships.group, memberships.accountId],
    }).onDelete('set default'),
  ],
)

export const chicken = pgTable('chicken', {
  id: serial().primaryKey(),
  egg: integer().references((): AnyPgColumn => egg.id),
})

export const egg = pgTable('egg', {
  id: serial().primaryKey(),
  chicken: integer().references(() => chicken.id),
})
