import { bigint, numeric, pgTable } from 'drizzle-orm/pg-core'

/** drizzle-kit 0.31.11 ends at these: "Do not know how to serialize a BigInt". */
export const bigints = pgTable('bigints', {
  small: bigint({ mode: 'bigint' }).default(-1n),
  long: bigint({ mode: 'bigint' }).default(9007199254740993n),
  least: bigint({ mode: 'bigint' }).default(-9223372036854775808n),
  wide: numeric({ mode: 'bigint' }).default(123456789012345678901234567890n),
})
