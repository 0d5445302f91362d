import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'

export const docs = pgTable('docs', { docTitle: text(), pageCount: integer(), docData: jsonb() }, (t) => [
  index('by_method').using('btree', t.docTitle),
  index('by_title').on(t.docTitle),
  index('by_parts').on(t.docTitle.desc().nullsLast(), t.pageCount),
  index('by_some').on(t.pageCount).where(sql`${t.docTitle} <> 'a'`),
  index('by_data').using('gin', t.docData).with({ fastupdate: false }),
  index('by_class').on(t.docTitle.op('text_pattern_ops')),
  index('by_text').on(sql`lower(${t.docTitle})`),
])
