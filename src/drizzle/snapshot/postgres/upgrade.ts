/** JSON whose structure nobody has checked yet. */
type Unchecked = Readonly<Record<string, unknown>>

/**
 * A snapshot of version 5 (drizzle-kit 0.19 and 0.20) or 6 (0.21) in the words of version 7, with the meaning that
 * `drizzle-kit up` gives it (src/cli/commands/pgUp.ts in its bundle). What is not as expected is left as it is, and the
 * format of version 7 refuses it at its path.
 */
export const upgrade = (json: Unchecked): Unchecked => ({
  ...json,
  version: '7',
  dialect: 'postgresql',
  enums: eachOf(json.enums, upgradeEnum),
  tables: eachOf(json.tables, (table) => ({ ...table, indexes: eachOf(table.indexes, upgradeIndex) })),
})

/** Version 5 keeps the values as a map and knows no schema. */
const upgradeEnum = (json: Unchecked): Unchecked => ({
  ...json,
  schema: json.schema ?? 'public',
  values: Array.isArray(json.values) ? json.values : Object.values(Object(json.values)),
})

/** An index was a list of names. */
const upgradeIndex = (json: Unchecked): Unchecked => ({
  ...json,
  columns: Array.isArray(json.columns) ? json.columns.map(asPart) : json.columns,
})

const asPart = (column: unknown) => ({ expression: column, isExpression: false, asc: true, nulls: 'last' })

const eachOf = (map: unknown, change: (entry: Unchecked) => Unchecked): unknown =>
  map === null || typeof map !== 'object'
    ? map
    : Object.fromEntries(Object.entries(map).map(([name, entry]) => [name, change(Object(entry))]))
