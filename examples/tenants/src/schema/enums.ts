import { pgEnum } from 'drizzle-orm/pg-core'

export const aiProvider = pgEnum('ai_provider', ['openai', 'anthropic', 'google', 'mistral'])
export const aiTask = pgEnum('ai_task', ['chat', 'embedding', 'rerank'])
export const planStatus = pgEnum('plan_status', ['draft', 'approved', 'running', 'done', 'failed', 'cancelled'])
export const stepKind = pgEnum('step_kind', ['search', 'read', 'analyse', 'write'])
export const stepStatus = pgEnum('step_status', ['queued', 'running', 'done', 'failed', 'skipped'])
export const outputFormat = pgEnum('output_format', ['markdown', 'html', 'json'])
export const documentSource = pgEnum('document_source', ['upload', 'web', 'integration'])
export const documentStatus = pgEnum('document_status', ['pending', 'indexed', 'failed'])
