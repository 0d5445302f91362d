import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { user } from './auth'
import { baseColumns, tenantColumns, tenantPolicies } from './base'
import { aiProvider, aiTask } from './enums'

export const aiModels = pgTable(
  'ai_models',
  {
    ...baseColumns,
    provider: aiProvider().notNull(),
    name: text().notNull(),
    task: aiTask().notNull().default('chat'),
    contextWindow: integer().notNull(),
    isEnabled: boolean().notNull().default(true),
    settings: jsonb().$type<{ temperature?: number; maxTokens?: number }>().notNull().default({}),
  },
  (t) => [
    unique('ai_models_provider_name').on(t.provider, t.name),
    index('ai_models_enabled_idx').on(t.task).where(sql`${t.isEnabled}`),
    check('ai_models_context_window_positive', sql`${t.contextWindow} > 0`),
  ],
)

/** What a million tokens cost from a day on; the open end has no `valid_until`. */
export const aiModelPrices = pgTable(
  'ai_model_prices',
  {
    ...baseColumns,
    modelId: uuid()
      .notNull()
      .references(() => aiModels.id, { onDelete: 'cascade' }),
    inputUsd: numeric({ precision: 12, scale: 6 }).notNull(),
    outputUsd: numeric({ precision: 12, scale: 6 }).notNull().default('0'),
    cachedInputUsd: numeric({ precision: 12, scale: 6 }),
    validFrom: timestamp({ withTimezone: true }).notNull().defaultNow(),
    validUntil: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex('ai_model_prices_current_idx').on(t.modelId).where(sql`${t.validUntil} is null`),
    unique('ai_model_prices_model_from').on(t.modelId, t.validFrom),
    check('ai_model_prices_not_negative', sql`${t.inputUsd} >= 0 and ${t.outputUsd} >= 0`),
    check('ai_model_prices_period', sql`${t.validUntil} is null or ${t.validUntil} > ${t.validFrom}`),
  ],
)

export const aiUsage = pgTable(
  'ai_usage',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    ...tenantColumns,
    userId: text().references(() => user.id, { onDelete: 'set null' }),
    modelId: uuid()
      .notNull()
      .references(() => aiModels.id, { onDelete: 'restrict' }),
    inputTokens: integer().notNull(),
    outputTokens: integer().notNull().default(0),
    totalTokens: integer().generatedAlwaysAs(sql`input_tokens + output_tokens`),
    costUsd: numeric({ precision: 14, scale: 8 }).notNull(),
    usedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('ai_usage_organization_used_idx').on(t.organizationId, t.usedAt.desc()),
    check('ai_usage_tokens_not_negative', sql`${t.inputTokens} >= 0 and ${t.outputTokens} >= 0`),
    ...tenantPolicies('ai_usage', t.organizationId),
  ],
)
