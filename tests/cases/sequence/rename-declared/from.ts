import { sql } from 'drizzle-orm'
import { bigint, pgSchema, pgSequence, pgTable } from 'drizzle-orm/pg-core'

export const orders = pgSchema('orders')
export const numbers = pgSequence('numbers')
export const items = pgTable('items', { number: bigint({ mode: 'number' }).default(sql`nextval('numbers')`) })
