import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'

export const docs = pgTable('docs', { docTitle: text(), pageCount: integer(), docData: jsonb() }, (t) => [
  index('by_method').using('hash', t.docTitle),
  uniqueIndex('by_title').on(t.docTitle),
  index('by_parts').on(t.docTitle.asc().nullsFirst(), t.pageCount.desc()),
  index('by_some').on(t.pageCount).where(sql`${t.docTitle} = 'a'`),
  index('by_data').using('gin', t.docData.op('jsonb_path_ops')).with({ fastupdate: true }),
  index('by_class').on(t.docTitle),
  index('by_text').on(sql`upper(${t.docTitle})`, t.pageCount),
])
