import { allowWithoutReason, unusedAllow } from '../allow.ts'
import type { Rule } from '../rule.ts'
import { addCheckWithoutNotValid } from './add-check-without-not-valid.ts'
import { addColumnVolatileDefault } from './add-column-volatile-default.ts'
import { addForeignKeyWithoutNotValid } from './add-foreign-key-without-not-valid.ts'
import { addRequiredColumnWithoutDefault } from './add-required-column-without-default.ts'
import { addSerialColumn } from './add-serial-column.ts'
import { addStoredGeneratedColumn } from './add-stored-generated-column.ts'
import { addUniqueWithoutIndex } from './add-unique-without-index.ts'
import { altersThatCouldBeOne } from './alters-that-could-be-one.ts'
import { attachPartitionWithoutCheck } from './attach-partition-without-check.ts'
import { authFunctionPerRow } from './auth-function-per-row.ts'
import { backfillWithDdl } from './backfill-with-ddl.ts'
import { charType } from './char-type.ts'
import { concurrentlyInTransaction } from './concurrently-in-transaction.ts'
import { concurrentlyUnderDrizzle } from './concurrently-under-drizzle.ts'
import { createIndexWithoutConcurrently } from './create-index-without-concurrently.ts'
import { detachPartitionWithoutConcurrently } from './detach-partition-without-concurrently.ts'
import { doesNotRun } from './does-not-run.ts'
import { domainConstraint } from './domain-constraint.ts'
import { dropAndAdd } from './drop-and-add.ts'
import { dropCascades } from './drop-cascades.ts'
import { dropColumn } from './drop-column.ts'
import { dropConstraint } from './drop-constraint.ts'
import { dropIndexWithoutConcurrently } from './drop-index-without-concurrently.ts'
import { dropNotNull } from './drop-not-null.ts'
import { dropSchema } from './drop-schema.ts'
import { dropTable } from './drop-table.ts'
import { dropUsedByFunction } from './drop-used-by-function.ts'
import { duplicatePrefix } from './duplicate-prefix.ts'
import { editedAfterApplied } from './edited-after-applied.ts'
import { enumValueRemoved } from './enum-value-removed.ts'
import { enumValueUsedAtOnce } from './enum-value-used-at-once.ts'
import { enumValueWithoutPlace } from './enum-value-without-place.ts'
import { exclusionConstraint } from './exclusion-constraint.ts'
import { foreignKeyOnDelete } from './foreign-key-on-delete.ts'
import { foreignKeyWithoutIndex } from './foreign-key-without-index.ts'
import { forkedSnapshot } from './forked-snapshot.ts'
import { identifierTooLong } from './identifier-too-long.ts'
import { indexNamedByAccident } from './index-named-by-accident.ts'
import { insertPolicyWithoutCheck } from './insert-policy-without-check.ts'
import { jsonInsteadOfJsonb } from './json-instead-of-jsonb.ts'
import { longWorkUnderLock } from './long-work-under-lock.ts'
import { missingGrant } from './missing-grant.ts'
import { missingLockTimeout } from './missing-lock-timeout.ts'
import { missingObject } from './missing-object.ts'
import { missingSnapshot } from './missing-snapshot.ts'
import { nameCollision } from './name-collision.ts'
import { namingConvention } from './naming-convention.ts'
import { narrowingTypeChange } from './narrowing-type-change.ts'
import { notReRunnable } from './not-re-runnable.ts'
import { policyUsingTrue } from './policy-using-true.ts'
import { policyWithoutRls } from './policy-without-rls.ts'
import { primaryKeyOnNullable } from './primary-key-on-nullable.ts'
import { redundantIndex } from './redundant-index.ts'
import { refreshWithoutConcurrently } from './refresh-without-concurrently.ts'
import { reindexWithoutConcurrently } from './reindex-without-concurrently.ts'
import { rename } from './rename.ts'
import { rewritingTypeChange } from './rewriting-type-change.ts'
import { rlsWithoutPolicy } from './rls-without-policy.ts'
import { runtimeDefault } from './runtime-default.ts'
import { searchPathLeft } from './search-path-left.ts'
import { securityDefinerSearchPath } from './security-definer-search-path.ts'
import { serialInsteadOfIdentity } from './serial-instead-of-identity.ts'
import { setLogged } from './set-logged.ts'
import { setNotNullDirectly } from './set-not-null-directly.ts'
import { severalPermissivePolicies } from './several-permissive-policies.ts'
import { smallKey } from './small-key.ts'
import { snapshotDiffers } from './snapshot-differs.ts'
import { sqlNotInJournal } from './sql-not-in-journal.ts'
import { syntaxError } from './syntax-error.ts'
import { tableRewrite } from './table-rewrite.ts'
import { tableWithoutPrimaryKey } from './table-without-primary-key.ts'
import { tableWithoutRls } from './table-without-rls.ts'
import { tenantWithoutPolicies } from './tenant-without-policies.ts'
import { timestampWithoutTimeZone } from './timestamp-without-time-zone.ts'
import { transactionControl } from './transaction-control.ts'
import { triggerLock } from './trigger-lock.ts'
import { truncate } from './truncate.ts'
import { uniqueOverRows } from './unique-over-rows.ts'
import { updatePolicyWithoutCheck } from './update-policy-without-check.ts'
import { updateWithoutWhere } from './update-without-where.ts'
import { vacuumFull } from './vacuum-full.ts'
import { validateWithNotValid } from './validate-with-not-valid.ts'
import { varcharLimit } from './varchar-limit.ts'
import { viewBypassesRls } from './view-bypasses-rls.ts'
import { whenNotIncreasing } from './when-not-increasing.ts'

/** Every rule, in the order of their ids. */
export const rules: readonly Rule[] = [
  addCheckWithoutNotValid,
  addColumnVolatileDefault,
  addForeignKeyWithoutNotValid,
  addRequiredColumnWithoutDefault,
  addSerialColumn,
  addStoredGeneratedColumn,
  addUniqueWithoutIndex,
  altersThatCouldBeOne,
  attachPartitionWithoutCheck,
  authFunctionPerRow,
  backfillWithDdl,
  charType,
  concurrentlyInTransaction,
  concurrentlyUnderDrizzle,
  createIndexWithoutConcurrently,
  detachPartitionWithoutConcurrently,
  doesNotRun,
  domainConstraint,
  dropAndAdd,
  dropCascades,
  dropColumn,
  dropConstraint,
  dropIndexWithoutConcurrently,
  dropNotNull,
  dropSchema,
  dropTable,
  dropUsedByFunction,
  duplicatePrefix,
  editedAfterApplied,
  enumValueRemoved,
  enumValueUsedAtOnce,
  enumValueWithoutPlace,
  exclusionConstraint,
  foreignKeyOnDelete,
  foreignKeyWithoutIndex,
  forkedSnapshot,
  identifierTooLong,
  indexNamedByAccident,
  insertPolicyWithoutCheck,
  jsonInsteadOfJsonb,
  longWorkUnderLock,
  missingGrant,
  missingLockTimeout,
  missingObject,
  missingSnapshot,
  nameCollision,
  namingConvention,
  narrowingTypeChange,
  notReRunnable,
  policyUsingTrue,
  policyWithoutRls,
  primaryKeyOnNullable,
  redundantIndex,
  refreshWithoutConcurrently,
  reindexWithoutConcurrently,
  rename,
  rewritingTypeChange,
  rlsWithoutPolicy,
  runtimeDefault,
  searchPathLeft,
  securityDefinerSearchPath,
  serialInsteadOfIdentity,
  setLogged,
  setNotNullDirectly,
  severalPermissivePolicies,
  smallKey,
  snapshotDiffers,
  sqlNotInJournal,
  syntaxError,
  tableRewrite,
  tableWithoutPrimaryKey,
  tableWithoutRls,
  tenantWithoutPolicies,
  timestampWithoutTimeZone,
  transactionControl,
  triggerLock,
  truncate,
  uniqueOverRows,
  updatePolicyWithoutCheck,
  updateWithoutWhere,
  vacuumFull,
  validateWithNotValid,
  varcharLimit,
  viewBypassesRls,
  whenNotIncreasing,
  allowWithoutReason,
  unusedAllow,
].sort((a, b) => (a.id < b.id ? -1 : 1))
