import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, timestamp, uniqueIndex, vector } from 'drizzle-orm/pg-core'

export const documents = pgTable(
  'documents',
  {
    id: integer().primaryKey(),
    title: text(),
    body: text(),
    at: timestamp(),
    embedding: vector({ dimensions: 3 }),
  },
  (t) => [
    index().on(t.title),
    index('documents_newest').on(t.at.desc(), t.title.asc().nullsFirst(), t.id.desc().nullsLast()),
    uniqueIndex('documents_title_once').on(sql`lower(${t.title})`).where(sql`${t.title} IS NOT NULL`),
    index('documents_mixed').on(t.id, sql`lower(title) DESC`, sql`(body || '--')`),
    index('documents_search').using('gin', sql`to_tsvector('english', ${t.body})`),
    index('documents_prefix').on(t.title.op('text_pattern_ops')),
    index('documents_near').using('hnsw', t.embedding.op('vector_cosine_ops')).with({ m: 16, ef_construction: '64' }),
    index('documents_later').on(t.body).concurrently().with({ fillfactor: 70, deduplicate_items: false }),
  ],
)
