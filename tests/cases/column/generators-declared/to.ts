import { bigserial, integer, pgTable, serial } from 'drizzle-orm/pg-core'

export const a = pgTable('a', {
  id: integer().generatedByDefaultAsIdentity({ increment: 10 }).primaryKey(),
  x: integer(),
})
export const b = pgTable('b', { id: serial().primaryKey(), x: integer() })
export const c = pgTable('c', {
  id: integer().generatedAlwaysAsIdentity({ name: 'c_numbers', startWith: 3, maxValue: 100, cycle: true }).primaryKey(),
  x: integer(),
})
export const d = pgTable('d', { id: bigserial({ mode: 'number' }).primaryKey(), x: integer() })
