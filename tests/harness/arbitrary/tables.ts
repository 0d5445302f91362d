import fc from 'fast-check'
import { type ColumnAttrs, column, ordinaryColumn } from '../../../src/postgres/column.ts'
import { impliedName } from '../../../src/postgres/implied-name.ts'
import { ident, literal, sqlName } from '../../../src/postgres/quote.ts'
import { schemaKey } from '../../../src/postgres/schema.ts'
import { ordinaryTable, table, tableKey } from '../../../src/postgres/table.ts'
import type { Obj } from '../../../src/schema/object.ts'
import { columnNames, domainNames, enumNames, functionNames, schemaNames, sequenceNames, tableNames } from './names.ts'
import { part } from './part.ts'
import { callNamed } from './routines.ts'
import { domainNamed, enumNamed, placeOf, sequenceNamed, someNumbers } from './schemas.ts'

/** Types, each with texts that are defaults of it. */
const types: Readonly<Record<string, readonly string[]>> = {
  integer: ['0', '(1 + 1)'],
  bigint: ['-5', '9007199254740993'],
  text: ["'draft'", "'it''s \"x\"'", "upper('x')"],
  'varchar(40)': ["''", "'$1'"],
  'numeric(10, 2)': ["'1.50'", '0'],
  boolean: ['true', 'false'],
  timestamp: ['now()', "'2024-02-29 12:00:00'"],
  jsonb: [`'{"a": "it''s"}'::jsonb`],
  'text[]': [`'{"a","b''c"}'`],
}

const someColumn = fc.record({
  type: fc.constantFrom(...Object.keys(types)),
  enum: fc.option(fc.record({ name: fc.constantFrom(...enumNames), array: fc.boolean() }), { freq: 3 }),
  domain: fc.option(fc.record({ name: fc.constantFrom(...domainNames), array: fc.boolean() }), { freq: 5 }),
  notNull: fc.boolean(),
  value: fc.constantFrom('none', 'none', 'default', 'nextval', 'call', 'generated', 'identity', 'serial'),
  which: fc.nat({ max: 3 }),
  collation: fc.constantFrom(null, null, '"C"'),
  numbers: someNumbers,
})

type Drawn = typeof someColumn extends fc.Arbitrary<infer T> ? T : never

const plain = ordinaryColumn({
  type: 'integer',
  of: null,
  notNull: false,
  default: null,
  plainDefault: false,
  generated: null,
  identity: null,
  serial: null,
  position: 0,
})

export const someTables = part({
  some: fc.dictionary(
    fc.constantFrom(...tableNames),
    fc.record({
      place: fc.constantFrom(...schemaNames),
      rls: fc.boolean(),
      forceRls: fc.boolean(),
      with: fc.constantFrom({}, { fillfactor: '70' }),
      columns: fc.dictionary(fc.constantFrom(...columnNames), someColumn, { maxKeys: 5 }),
    }),
    { maxKeys: 4 },
  ),
  objects: (drawn, there) =>
    Object.entries(drawn).flatMap(([name, { place, rls, columns, ...more }]) => {
      const schema = placeOf(place, there)
      const parent = tableKey(schema, name)
      const drawnColumns = Object.entries(columns)
      const source = drawnColumns.find(([, { value }]) => value !== 'generated')?.[0]
      return [
        table.make({ schema, name }, { ...ordinaryTable, ...more, rls, rlsDeclared: rls }, schemaKey(schema)),
        ...drawnColumns.map(([own, one], position) => {
          const attrs = { ...plain, ...attrsOf(one, { table: name, own, source, there }), position }
          return column.make({ schema, table: name, name: own }, attrs, parent, attrs.of ? [attrs.of] : [])
        }),
      ]
    }),
})

interface Place {
  readonly table: string
  readonly own: string
  /** A column that is made from no other. */
  readonly source: string | undefined
  readonly there: readonly Obj[]
}

function attrsOf({ notNull, value, which, ...one }: Drawn, { table, own, source, there }: Place): Partial<ColumnAttrs> {
  const sequenceName = impliedName(table, own, 'seq')
  if (value === 'serial') {
    const type = which % 2 ? 'serial' : 'bigserial'
    return { type, notNull: true, serial: sequenceName }
  }
  if (value === 'identity') {
    const [generated, type] = which % 2 ? (['always', 'bigint'] as const) : (['byDefault', 'integer'] as const)
    const max = type === 'bigint' || one.numbers.max.length < 10 ? one.numbers.max : '2147483647'
    return { type, notNull: true, identity: { ...one.numbers, max, generated, name: sequenceName } }
  }
  if (value === 'generated' && source !== undefined)
    return { type: 'boolean', generated: which % 2 ? `${ident(source)} IS NULL` : `(${ident(source)} IS NOT NULL)` }
  const sequence = sequenceNamed(sequenceNames[which % sequenceNames.length]!, there)
  if (value === 'nextval' && sequence)
    return { type: 'bigint', notNull, default: `nextval(${literal(sqlName(sequence))}::regclass)` }
  const call = callNamed(functionNames[which % functionNames.length]!, there)
  if (value === 'call' && call) return { type: 'integer', notNull, default: call }
  const of = one.enum && enumNamed(one.enum.name, there)
  if (of) {
    const label = literal(of.values[which % of.values.length]!)
    const text = one.enum?.array ? `ARRAY[${label}]::${sqlName(of.key)}[]` : label
    return { type: one.enum?.array ? '[]' : '', of: of.key, notNull, default: value === 'default' ? text : null }
  }
  const domain = one.domain && domainNamed(one.domain.name, there)
  if (domain) {
    const text = one.domain?.array ? `ARRAY[${domain.value}]::${sqlName(domain.key)}[]` : domain.value
    return { type: one.domain?.array ? '[]' : '', of: domain.key, notNull, default: value === 'default' ? text : null }
  }
  const texts = types[one.type]!
  const collation = /text|char/.test(one.type) ? one.collation : null
  return { type: one.type, collation, notNull, default: value === 'default' ? texts[which % texts.length]! : null }
}
