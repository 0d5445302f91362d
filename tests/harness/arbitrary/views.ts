import fc from 'fast-check'
import type { Column } from '../../../src/postgres/column.ts'
import { index } from '../../../src/postgres/index.ts'
import { materializedView } from '../../../src/postgres/materialized-view.ts'
import type { Parameters } from '../../../src/postgres/parameters.ts'
import { schemaKey } from '../../../src/postgres/schema.ts'
import { ident, sqlName } from '../../../src/postgres/sql/quote.ts'
import { view } from '../../../src/postgres/view.ts'
import { keyOf, type Obj } from '../../../src/schema/object.ts'
import { functionNames, materializedViewNames, schemaNames, tableNames, viewNames } from './names.ts'
import { columnsOf, isOrdered, nameFor, part, tableNamed } from './part.ts'
import { callNamed } from './routines.ts'
import { placeOf } from './schemas.ts'
import { condition, partOf } from './texts.ts'

const someQuery = fc.record({
  place: fc.constantFrom(...schemaNames),
  from: fc.constantFrom(...tableNames, ...viewNames),
  other: fc.constantFrom(...tableNames),
  form: fc.constantFrom('star', 'some', 'some', 'other names', 'count', 'join', 'union', 'call'),
  which: fc.nat({ max: 2 }),
})

type Drawn = typeof someQuery extends fc.Arbitrary<infer T> ? T : never

/** The first column of a query as SQL, where an index can be on it; and whether rows can be put into it (manual, CREATE VIEW). */
interface Query {
  readonly definition: string
  readonly first: string | undefined
  readonly isUpdatable: boolean
}

/** A query of a table, of two, of a view or of a function; undefined where what it reads is not there. */
function queryOf(drawn: Drawn, there: readonly Obj[]): Query | undefined {
  const { from, form, which } = drawn
  const call = callNamed(functionNames[which % functionNames.length]!, there)
  if (form === 'call')
    return call ? { definition: `SELECT ${call} AS "n"`, first: '"n"', isUpdatable: false } : undefined
  const source = tableNamed(from, there) ?? there.filter(view.is).find(({ id }) => id.name === from)
  if (!source) return undefined
  const columns = columnsOf(source, there)
  if (columns.length > 0) return ofColumns(drawn, source, columns, there)
  const relation = sqlName(keyOf(source))
  if (view.is(source) && form === 'star')
    return { definition: `SELECT * FROM ${relation}`, first: undefined, isUpdatable: false }
  return { definition: `SELECT count(*) AS "n" FROM ${relation}`, first: '"n"', isUpdatable: false }
}

function ofColumns(
  { other: name, form, which }: Drawn,
  table: Obj,
  columns: readonly (Column & Obj)[],
  there: readonly Obj[],
): Query {
  const relation = sqlName(keyOf(table))
  const names = columns.slice(0, which + 1).map(({ id }) => ident(id.name))
  const first = isOrdered(columns[0]!) ? names[0] : undefined
  const one = { first, isUpdatable: true }
  if (form === 'star') return { ...one, definition: `SELECT * FROM ${relation}` }
  if (form === 'some') {
    const where = condition(columns.at(-1)!, which, there)
    return { ...one, definition: `SELECT ${names.join(', ')} FROM ${relation} WHERE ${where}` }
  }
  if (form === 'other names') {
    const list = names.map((each, i) => `u.${each} AS "it's ${i}"`)
    return {
      definition: `SELECT ${list.join(', ')} FROM ${relation} AS u`,
      first: first && `"it's 0"`,
      isUpdatable: true,
    }
  }
  const many = { first, isUpdatable: false }
  const half = `SELECT ${names[0]} FROM ${relation}`
  if (form === 'union') return { ...many, definition: `${half} UNION ALL ${half}` }
  const other = tableNamed(name, there)
  const [joined] = other ? columnsOf(other, there) : []
  if (form !== 'join' || !other || !joined)
    return { definition: `SELECT count(*) AS "n" FROM ${relation}`, first: '"n"', isUpdatable: false }
  const right = `r.${ident(joined.id.name)}`
  const from = `${relation} l JOIN ${sqlName(keyOf(other))} r ON l.${names[0]} IS NOT NULL AND ${right} IS NULL`
  return { ...many, definition: `SELECT l.${names[0]}, ${right} AS "r" FROM ${from}` }
}

const viewed = { columns: [], declares: {} } as const

/** Views of tables, and a view of a view. */
export const someViews = part({
  some: fc.dictionary(
    fc.constantFrom(...viewNames),
    fc.record({
      query: someQuery,
      options: fc.constantFrom<Parameters>({}, {}, { security_invoker: true }, { security_barrier: true }),
      check: fc.constantFrom('none', 'local', 'cascaded'),
    }),
  ),
  objects(drawn, there) {
    const made: Obj[] = []
    for (const name of viewNames) {
      const { query: wanted, options, check } = drawn[name] ?? {}
      const query = wanted && queryOf(wanted, [...there, ...made])
      if (!query) continue
      const schema = placeOf(wanted.place, there)
      const checked = query.isUpdatable && check !== 'none' ? { check_option: check! } : {}
      const attrs = { ...viewed, definition: query.definition, with: { ...options, ...checked } }
      made.push(view.make({ schema, name }, attrs, schemaKey(schema)))
    }
    return made
  },
})

/** A materialized view with an index. */
export const someMaterializedViews = part({
  some: fc.dictionary(
    fc.constantFrom(...materializedViewNames),
    fc.record({
      query: someQuery,
      fillfactor: fc.boolean(),
      withNoData: fc.boolean(),
      index: fc.constantFrom('none', 'plain', 'unique'),
    }),
    { maxKeys: 1 },
  ),
  objects: (drawn, there) =>
    Object.entries(drawn).flatMap(([name, { query: wanted, fillfactor, withNoData, index: indexed }]) => {
      const query = queryOf(wanted, there)
      if (!query) return []
      const schema = placeOf(wanted.place, there)
      const made = materializedView.make(
        { schema, name },
        {
          ...viewed,
          definition: query.definition,
          with: fillfactor ? { fillfactor: 70 } : {},
          using: null,
          tablespace: null,
          withNoData,
        },
        schemaKey(schema),
      )
      if (indexed === 'none' || query.first === undefined) return [made]
      const attrs = {
        method: 'btree',
        unique: indexed === 'unique',
        parts: [partOf({ expression: query.first })],
        include: [],
        nullsNotDistinct: false,
        where: null,
        with: {},
        concurrently: false,
      }
      return [made, index.make({ schema, table: name, name: nameFor('i', made) }, attrs, keyOf(made))]
    }),
})
