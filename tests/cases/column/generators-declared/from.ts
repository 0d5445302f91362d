import { integer, pgTable, serial, smallserial } from 'drizzle-orm/pg-core'

export const a = pgTable('a', { id: serial().primaryKey(), x: integer() })
export const b = pgTable('b', { id: integer().generatedAlwaysAsIdentity().primaryKey(), x: integer() })
export const c = pgTable('c', { id: integer().primaryKey(), x: integer() })
export const d = pgTable('d', { id: smallserial().primaryKey(), x: integer() })
