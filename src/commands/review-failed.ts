import { counted } from '../dialect/counted.ts'
import { SluiceError } from '../errors.ts'
import type { Finding } from '../review/rule.ts'
import { rules } from '../review/rules/index.ts'

/** What ends a review: its errors, and how one of them is silenced, unless all of them fail whatever is said. */
export function failedFor(errors: readonly Finding[]): SluiceError {
  const meant = errors.find(({ rule }) => !rules.find(({ id }) => id === rule)?.fails)
  const otherwise = meant ? `, or say before the statement why not: -- sluice:allow ${meant.rule} <reason>` : ''
  return new SluiceError('REVIEW_FAILED', { what: counted(errors.length, 'error'), rule: errors[0]!.rule, otherwise })
}
