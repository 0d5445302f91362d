import { sql } from 'drizzle-orm'
import { bigint, pgSchema, pgTable } from 'drizzle-orm/pg-core'

export const orders = pgSchema('orders')
export const numbers = orders.sequence('numbers')
export const items = pgTable('items', { code: bigint({ mode: 'number' }).default(sql`nextval('orders.numbers')`) })
