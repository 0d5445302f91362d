import { type SQL, sql } from 'drizzle-orm'
import {
  bigint,
  check,
  customType,
  halfvec,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { aiModels } from './ai'
import { user } from './auth'
import { baseColumns, tenantColumns, tenantPolicies } from './base'
import { documentSource, documentStatus } from './enums'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

export const documents = pgTable(
  'documents',
  {
    ...baseColumns,
    ...tenantColumns,
    title: text().notNull(),
    source: documentSource().notNull(),
    status: documentStatus().notNull().default('pending'),
    url: text(),
    checksum: text().notNull(),
    sizeBytes: bigint({ mode: 'number' }).notNull(),
    uploadedBy: text().references(() => user.id, { onDelete: 'set null' }),
    deletedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex('documents_checksum_idx').on(t.organizationId, t.checksum).where(sql`${t.deletedAt} is null`),
    index('documents_pending_idx').on(t.createdAt).where(sql`${t.status} = 'pending'`),
    check('documents_size_positive', sql`${t.sizeBytes} > 0`),
    check('documents_web_has_url', sql`${t.source} <> 'web' or ${t.url} is not null`),
    ...tenantPolicies('documents', t.organizationId),
  ],
)

export const documentChunks = pgTable(
  'document_chunks',
  {
    ...baseColumns,
    ...tenantColumns,
    documentId: uuid()
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    modelId: uuid()
      .notNull()
      .references(() => aiModels.id, { onDelete: 'restrict' }),
    position: integer().notNull(),
    content: text().notNull(),
    tokens: integer().notNull(),
    metadata: jsonb().$type<{ page?: number; heading?: string }>().notNull().default({}),
    embedding: halfvec({ dimensions: 1536 }),
    search: tsvector().generatedAlwaysAs((): SQL => sql`to_tsvector('english', ${documentChunks.content})`),
  },
  (t) => [
    unique('document_chunks_document_position').on(t.documentId, t.position),
    index('document_chunks_embedding_idx')
      .using('hnsw', t.embedding.op('halfvec_cosine_ops'))
      .with({ m: 16, ef_construction: 64 }),
    index('document_chunks_search_idx').using('gin', t.search),
    check('document_chunks_position_not_negative', sql`${t.position} >= 0`),
    ...tenantPolicies('document_chunks', t.organizationId),
  ],
)

export const tags = pgTable(
  'tags',
  {
    ...baseColumns,
    ...tenantColumns,
    name: text().notNull(),
    color: text().notNull().default('#64748b'),
  },
  (t) => [
    uniqueIndex('tags_name_idx').on(t.organizationId, sql`lower(${t.name})`),
    check('tags_color_hex', sql`${t.color} ~ '^#[0-9a-f]{6}$'`),
    ...tenantPolicies('tags', t.organizationId),
  ],
)

export const documentTags = pgTable(
  'document_tags',
  {
    ...tenantColumns,
    documentId: uuid()
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    tagId: uuid()
      .notNull()
      .references(() => tags.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.tagId] }),
    index('document_tags_tag_idx').on(t.tagId),
    ...tenantPolicies('document_tags', t.organizationId),
  ],
)
