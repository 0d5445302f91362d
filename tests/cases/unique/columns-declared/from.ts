import { integer, pgTable, text, unique } from 'drizzle-orm/pg-core'

export const seats = pgTable('seats', { rowLetter: text(), seatNumber: integer(), roomName: text() }, (t) => [
  unique('one_seat').on(t.rowLetter, t.seatNumber),
])
