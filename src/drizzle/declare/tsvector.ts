import { customType } from 'drizzle-orm/pg-core'

/** A column for full-text search: pgTsvector().generatedAlwaysAs(sql`to_tsvector('simple', title)`). */
export const pgTsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
