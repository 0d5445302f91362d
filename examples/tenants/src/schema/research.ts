import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { aiModels } from './ai'
import { user } from './auth'
import { baseColumns, tenantColumns, tenantPolicies } from './base'
import { documentChunks } from './documents'
import { outputFormat, planStatus, stepKind, stepStatus } from './enums'

export const researchPlans = pgTable(
  'research_plans',
  {
    ...baseColumns,
    ...tenantColumns,
    title: text().notNull(),
    question: text().notNull(),
    status: planStatus().notNull().default('draft'),
    ownerId: text().references(() => user.id, { onDelete: 'set null' }),
    parentId: uuid().references((): AnyPgColumn => researchPlans.id, { onDelete: 'set null' }),
    finalOutputId: uuid().references((): AnyPgColumn => researchOutputs.id, { onDelete: 'set null' }),
    budgetUsd: numeric({ precision: 10, scale: 2 }),
    keywords: text().array().notNull().default(sql`'{}'::text[]`),
    approvedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    // Steps refer to both columns, so that a step can never belong to another tenant than its plan.
    unique('research_plans_organization_id').on(t.organizationId, t.id),
    index('research_plans_open_idx')
      .on(t.organizationId, t.createdAt.desc())
      .where(sql`${t.status} in ('draft', 'approved', 'running')`),
    check('research_plans_budget_positive', sql`${t.budgetUsd} > 0`),
    check('research_plans_title_length', sql`char_length(${t.title}) between 1 and 200`),
    ...tenantPolicies('research_plans', t.organizationId),
  ],
)

export const researchSteps = pgTable(
  'research_steps',
  {
    ...baseColumns,
    ...tenantColumns,
    planId: uuid().notNull(),
    position: integer().notNull(),
    kind: stepKind().notNull(),
    status: stepStatus().notNull().default('queued'),
    instruction: text().notNull(),
    modelId: uuid().references(() => aiModels.id, { onDelete: 'restrict' }),
    input: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    error: text(),
    startedAt: timestamp({ withTimezone: true }),
    finishedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    foreignKey({
      name: 'research_steps_plan_fk',
      columns: [t.organizationId, t.planId],
      foreignColumns: [researchPlans.organizationId, researchPlans.id],
    }).onDelete('cascade'),
    unique('research_steps_plan_position').on(t.planId, t.position),
    index('research_steps_queue_idx').on(t.createdAt).where(sql`${t.status} = 'queued'`),
    check('research_steps_position_positive', sql`${t.position} > 0`),
    check('research_steps_finished_after_start', sql`${t.finishedAt} >= ${t.startedAt}`),
    ...tenantPolicies('research_steps', t.organizationId),
  ],
)

export const researchOutputs = pgTable(
  'research_outputs',
  {
    ...baseColumns,
    ...tenantColumns,
    stepId: uuid()
      .notNull()
      .references(() => researchSteps.id, { onDelete: 'cascade' }),
    version: integer().notNull().default(1),
    format: outputFormat().notNull().default('markdown'),
    content: text().notNull(),
    metadata: jsonb().$type<{ words?: number; language?: string }>().notNull().default({}),
  },
  (t) => [
    unique('research_outputs_step_version').on(t.stepId, t.version),
    index('research_outputs_metadata_idx').using('gin', t.metadata),
    ...tenantPolicies('research_outputs', t.organizationId),
  ],
)

/** The passages that a step was given, best first. */
export const researchStepSources = pgTable(
  'research_step_sources',
  {
    ...tenantColumns,
    stepId: uuid()
      .notNull()
      .references(() => researchSteps.id, { onDelete: 'cascade' }),
    chunkId: uuid()
      .notNull()
      .references(() => documentChunks.id, { onDelete: 'cascade' }),
    score: real().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stepId, t.chunkId] }),
    index('research_step_sources_chunk_idx').on(t.chunkId),
    check('research_step_sources_score_range', sql`${t.score} between 0 and 1`),
    ...tenantPolicies('research_step_sources', t.organizationId),
  ],
)
