/*
 * The names that Drizzle gives to constraints that nobody named: those of 0.31 (`users_email_unique`) and those of 1.0
 * (`users_email_key`; src/dialects/postgres/grammar.ts in the bundle of drizzle-kit 1.0.0-rc.5). drizzle-kit 1.0 keeps a
 * constraint under either of them, where its row says that the name was not given.
 */

export const defaultPrimaryKeys = (table: string, columns: readonly string[]): readonly string[] => [
  `${table}_pkey`,
  `${table}_${columns.join('_')}_pk`,
]

export const defaultUniques = (table: string, columns: readonly string[]): readonly string[] => [
  `${table}_${columns.join('_')}_key`,
  `${table}_${columns.join('_')}_unique`,
]

export const defaultIndexes = (table: string, columns: readonly string[]): readonly string[] => [
  `${table}_${columns.join('_')}_index`,
  `${table}_${columns.join('_')}_idx`,
]

export function defaultForeignKeys(
  table: string,
  columns: readonly string[],
  tableTo: string,
  columnsTo: readonly string[],
): readonly string[] {
  const stem = `${table}_${columns.join('_')}_${tableTo}_${columnsTo.join('_')}`
  return [`${stem}_fkey`, `${stem}_fk`]
}
