import { bigint, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { user } from './auth'
import { tenantColumns, tenantPolicies } from './base'

export const auditEvents = pgTable(
  'audit_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    ...tenantColumns,
    actorId: text().references(() => user.id, { onDelete: 'set null' }),
    action: text().notNull(),
    subject: text().notNull(),
    details: jsonb().$type<Record<string, unknown>>(),
    happenedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('audit_events_organization_time_idx').on(t.organizationId, t.happenedAt.desc()),
    index('audit_events_subject_idx').on(t.subject),
    ...tenantPolicies('audit_events', t.organizationId),
  ],
)
