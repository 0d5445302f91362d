import { allowWithoutReason, unusedAllow } from '../allow.ts'
import type { Rule } from '../rule.ts'
import { addColumnVolatileDefault } from './add-column-volatile-default.ts'
import { addForeignKeyWithoutNotValid } from './add-foreign-key-without-not-valid.ts'
import { concurrentlyInTransaction } from './concurrently-in-transaction.ts'
import { createIndexWithoutConcurrently } from './create-index-without-concurrently.ts'
import { dropColumn } from './drop-column.ts'
import { dropTable } from './drop-table.ts'
import { foreignKeyWithoutIndex } from './foreign-key-without-index.ts'
import { identifierTooLong } from './identifier-too-long.ts'
import { jsonInsteadOfJsonb } from './json-instead-of-jsonb.ts'
import { missingLockTimeout } from './missing-lock-timeout.ts'
import { policyUsingTrue } from './policy-using-true.ts'
import { rename } from './rename.ts'
import { rewritingTypeChange } from './rewriting-type-change.ts'
import { rlsWithoutPolicy } from './rls-without-policy.ts'
import { setNotNullDirectly } from './set-not-null-directly.ts'
import { tableWithoutPrimaryKey } from './table-without-primary-key.ts'
import { updateWithoutWhere } from './update-without-where.ts'

/** Every rule, in the order of their ids. */
export const rules: readonly Rule[] = [
  addColumnVolatileDefault,
  addForeignKeyWithoutNotValid,
  concurrentlyInTransaction,
  createIndexWithoutConcurrently,
  dropColumn,
  dropTable,
  foreignKeyWithoutIndex,
  identifierTooLong,
  jsonInsteadOfJsonb,
  missingLockTimeout,
  policyUsingTrue,
  rename,
  rewritingTypeChange,
  rlsWithoutPolicy,
  setNotNullDirectly,
  tableWithoutPrimaryKey,
  updateWithoutWhere,
  allowWithoutReason,
  unusedAllow,
].sort((a, b) => (a.id < b.id ? -1 : 1))
