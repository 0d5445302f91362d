import { type SQL, sql } from 'drizzle-orm'
import { index, pgTable, text } from 'drizzle-orm/pg-core'

export const people = pgTable(
  'people',
  {
    firstName: text().notNull(),
    lastName: text().notNull(),
    fullName: text().generatedAlwaysAs((): SQL => sql`${people.firstName} || ' ' || ${people.lastName}`),
  },
  (t) => [index().on(t.fullName)],
)
