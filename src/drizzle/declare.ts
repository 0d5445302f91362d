// What schema files import from `sluice/postgres`. It loads nothing of the rest, and of drizzle-orm the project's own.
export { type CommentTarget, pgComment } from './declare/comment.ts'
export { type CompositeTypeOptions, pgCompositeType } from './declare/composite.ts'
export type { Declaration } from './declare/declaration.ts'
export { type DefaultPrivilegesOptions, pgDefaultPrivileges } from './declare/default-privileges.ts'
export { type DeferrableOptions, pgDeferrable } from './declare/deferrable.ts'
export { type DomainOptions, pgDomain } from './declare/domain.ts'
export { type ExclusionElement, type ExclusionOptions, pgExclusion } from './declare/exclusion.ts'
export { type ExtensionOptions, pgExtension } from './declare/extension.ts'
export {
  type FunctionArgument,
  type FunctionOptions,
  type FunctionType,
  pgFunction,
  pgProcedure,
  type RoutineOptions,
  type Settings,
} from './declare/function.ts'
export { type GrantOptions, type GrantTarget, pgGrant, pgRevoke, type RevokeOptions } from './declare/grant.ts'
export {
  type BoundValue,
  type PartitionBound,
  type PartitionBy,
  type PartitionKey,
  type PartitionOptions,
  pgPartition,
} from './declare/partition.ts'
export { type PublicationOptions, type PublishedPart, pgPublication } from './declare/publication.ts'
export { pgRange, type RangeOptions } from './declare/range.ts'
export { pgSequenceOptions, type SequenceOptions } from './declare/sequence-options.ts'
export {
  type ColumnOptions,
  type ConstraintOptions,
  type IndexOptions,
  pgTableOptions,
  type TableOptions,
} from './declare/table-options.ts'
export {
  baseColumns,
  type TenantColumnsOptions,
  type TenantPoliciesOptions,
  tenantColumns,
  tenantPolicies,
} from './declare/tenants.ts'
export { pgTrigger, type TriggerEvent, type TriggerOptions, type TriggerRows } from './declare/trigger.ts'
export { pgTsvector } from './declare/tsvector.ts'
export { type IndexElement, pgViewIndex, type ViewIndexOptions } from './declare/view-index.ts'
