import { integer, pgTable, text, unique } from 'drizzle-orm/pg-core'

export const seats = pgTable('seats', { row: text(), number: integer() }, (t) => [
  unique('one_seat').on(t.row, t.number),
])
