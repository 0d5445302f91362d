import { baseType } from './column-type.ts'

interface Range {
  readonly min: string
  readonly max: string
}

/** The least and greatest values of the integer types, smallest type first (manual 8.1). */
export const integers = {
  smallint: { min: '-32768', max: '32767' },
  integer: { min: '-2147483648', max: '2147483647' },
  bigint: { min: '-9223372036854775808', max: '9223372036854775807' },
} as const satisfies Readonly<Record<string, Range>>

/** The range of a column's type, or of the type behind `serial`; undefined where it is no integer. */
export const integerRange = (type: string): Range | undefined =>
  (integers as Readonly<Record<string, Range>>)[baseType(type)]

/** Are there values of the first type that the second has not? */
export function isWider(one: string, other: string): boolean {
  const [a, b] = [integerRange(one), integerRange(other)]
  return a !== undefined && b !== undefined && a.max.length > b.max.length
}
