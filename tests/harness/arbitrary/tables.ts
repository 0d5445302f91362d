import fc from 'fast-check'
import { type ColumnAttrs, column, ordinaryColumn } from '../../../src/postgres/column.ts'
import { impliedName } from '../../../src/postgres/implied-name.ts'
import { schemaKey } from '../../../src/postgres/schema.ts'
import { ident, literal, sqlName } from '../../../src/postgres/sql/quote.ts'
import { ordinaryTable, table, tableKey } from '../../../src/postgres/table.ts'
import type { Obj } from '../../../src/schema/object.ts'
import { hasExtension } from './extensions.ts'
import { columnNames, functionNames, schemaNames, sequenceNames, tableNames } from './names.ts'
import { part } from './part.ts'
import { partitionsOf, someSpread, spreadText } from './partitions.ts'
import { callNamed } from './routines.ts'
import { placeOf, sequenceNamed, someNumbers } from './schemas.ts'
import { typeNamed, typeNames } from './types.ts'

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
  citext: ["'Draft'"],
}

const someColumn = fc.record({
  type: fc.constantFrom(...Object.keys(types)),
  named: fc.option(fc.record({ name: fc.constantFrom(...typeNames), array: fc.boolean() }), { freq: 2 }),
  notNull: fc.boolean(),
  value: fc.constantFrom('none', 'none', 'default', 'nextval', 'call', 'generated', 'identity', 'serial'),
  which: fc.nat({ max: 3 }),
  collation: fc.constantFrom(null, null, '"C"'),
  numbers: someNumbers,
  storage: fc.constantFrom(null, null, 'external', 'main'),
})

type Drawn = typeof someColumn extends fc.Arbitrary<infer T> ? T : never

const isText = /text|char/

const serials = ['bigserial', 'serial', 'smallserial'] as const

/** Types of identity columns, each with its largest number. */
const counters = [
  { type: 'integer', max: '2147483647' },
  { type: 'bigint', max: '9223372036854775807' },
  { type: 'smallint', max: '32767' },
] as const

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

/** Tables, one of them perhaps with partitions. */
export const someTables = part({
  some: fc.record({
    tables: fc.dictionary(
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
    spread: fc.record({ table: fc.constantFrom(...tableNames), how: someSpread }),
  }),
  objects: ({ tables, spread }, there) =>
    Object.entries(tables).flatMap(([name, { place, rls, columns: drawn, with: parameters, forceRls }]) => {
      const schema = placeOf(place, there)
      const columns = columnsFrom(drawn, { schema, table: name, there })
      const partitionBy = name === spread.table ? spreadText(spread.how, columns) : null
      const attrs = { ...ordinaryTable, rls, rlsDeclared: rls, forceRls, partitionBy }
      // A table that holds no rows has nothing to set (manual, CREATE TABLE).
      const on = table.make({ schema, name }, { ...attrs, with: partitionBy ? {} : parameters }, schemaKey(schema))
      return [on, ...columns, ...(partitionBy ? partitionsOf(on, spread.how, columns) : [])]
    }),
})

function columnsFrom(
  drawn: Readonly<Record<string, Drawn>>,
  { schema, ...place }: Omit<Place, 'own'> & { readonly schema: string },
) {
  const found = Object.entries(drawn).find(([, { value }]) => value !== 'generated')
  const source = found && { name: found[0], attrs: { ...plain, ...attrsOf(found[1], { ...place, own: found[0] }) } }
  return Object.entries(drawn).map(([own, one], position) => {
    const attrs = { ...plain, ...attrsOf(one, { ...place, own, source }), position }
    const id = { schema, table: place.table, name: own }
    return column.make(id, attrs, tableKey(schema, place.table), attrs.of ? [attrs.of] : [])
  })
}

interface Place {
  readonly table: string
  readonly own: string
  /** A column that is made from no other. */
  readonly source?: { readonly name: string; readonly attrs: ColumnAttrs } | undefined
  readonly there: readonly Obj[]
}

function attrsOf({ notNull, value, which, ...one }: Drawn, { table, own, source, there }: Place): Partial<ColumnAttrs> {
  const sequenceName = impliedName(table, own, 'seq')
  if (value === 'serial') return { type: serials[which % serials.length]!, notNull: true, serial: sequenceName }
  if (value === 'identity') {
    const { type, max: most } = counters[which % counters.length]!
    const max = one.numbers.max.length < most.length ? one.numbers.max : most
    const generated = which % 2 ? 'always' : 'byDefault'
    return { type, notNull: true, identity: { ...one.numbers, max, generated, name: sequenceName } }
  }
  if (value === 'generated' && source) return generatedFrom(source, which)
  const sequence = sequenceNamed(sequenceNames[which % sequenceNames.length]!, there)
  if (value === 'nextval' && sequence)
    return { type: 'bigint', notNull, default: `nextval(${literal(sqlName(sequence))}::regclass)` }
  const call = callNamed(functionNames[which % functionNames.length]!, there)
  if (value === 'call' && call) return { type: 'integer', notNull, default: call }
  const of = one.named && typeNamed(one.named.name, which, there)
  if (of) {
    const [type, text] = one.named?.array ? ['[]', `ARRAY[${of.value}]::${sqlName(of.key)}[]`] : ['', of.value]
    return { type, of: of.key, notNull, default: value === 'default' ? text : null }
  }
  // What an extension brings is there with it alone.
  const ofType = one.type === 'citext' && !hasExtension('citext', there) ? 'text' : one.type
  const texts = types[ofType]!
  const collation = isText.test(ofType) ? one.collation : null
  const storage = isText.test(ofType) ? one.storage : null
  return {
    type: ofType,
    collation,
    storage,
    notNull,
    default: value === 'default' ? texts[which % texts.length]! : null,
  }
}

/** Whether another column has a value, in two spellings, and in words; by turns stored and not. */
function generatedFrom({ name, attrs }: NonNullable<Place['source']>, which: number): Partial<ColumnAttrs> {
  // A value that is made when it is read uses no type that somebody has made (manual 5.4).
  const virtual = which % 2 === 1 && attrs.of === null && attrs.type !== 'citext'
  const has = `${ident(name)} IS NOT NULL`
  if (which < 2) return { type: 'boolean', virtual, generated: which ? `${ident(name)} IS NULL` : `(${has})` }
  return { type: 'text', virtual, generated: `CASE WHEN ${has} THEN 'it''s' ELSE 'no "x"' END` }
}
