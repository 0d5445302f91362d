import fc from 'fast-check'
import { composite } from '../../../src/postgres/composite.ts'
import { domain } from '../../../src/postgres/domain.ts'
import { enumType } from '../../../src/postgres/enum.ts'
import { isType } from '../../../src/postgres/names.ts'
import { range } from '../../../src/postgres/range.ts'
import { schemaKey } from '../../../src/postgres/schema.ts'
import { literal, sqlName } from '../../../src/postgres/sql/quote.ts'
import { keyOf, type Obj } from '../../../src/schema/object.ts'
import { attributeNames, compositeNames, domainNames, enumNames, labels, rangeNames, schemaNames } from './names.ts'
import { part } from './part.ts'
import { placeOf } from './schemas.ts'

const somePlace = fc.constantFrom(...schemaNames)

export const someEnums = part({
  some: fc.dictionary(
    fc.constantFrom(...enumNames),
    fc.record({ place: somePlace, values: fc.uniqueArray(fc.constantFrom(...labels), { minLength: 1 }) }),
  ),
  objects: (drawn, there) =>
    Object.entries(drawn).map(([name, { place, values }]) => {
      const at = placeOf(place, there)
      return enumType.make({ schema: at, name }, { values }, schemaKey(at))
    }),
})

/** What a domain stands on, each with a value, and a check that its values pass. */
const bases = [
  { type: 'integer', value: '7', check: '(VALUE > 0)' },
  { type: 'varchar(40)', value: "'w''ord'", check: "(VALUE <> '')" },
  { type: 'text', value: "'word'", check: '(length(VALUE) > 0)' },
] as const

export const someDomains = part({
  some: fc.dictionary(
    fc.constantFrom(...domainNames),
    fc.record({
      place: somePlace,
      base: fc.constantFrom(...bases),
      checks: fc.subarray(['one', 'a "check"']),
      notNull: fc.boolean(),
      isFilled: fc.boolean(),
      collation: fc.constantFrom(null, '"C"'),
    }),
  ),
  objects: (drawn, there) =>
    Object.entries(drawn).map(([name, { place, base, checks, notNull, isFilled, collation }]) => {
      const at = placeOf(place, there)
      const attrs = {
        type: base.type,
        of: null,
        collation: base.type === 'integer' ? null : collation,
        default: isFilled ? base.value : null,
        notNull,
        checks: Object.fromEntries(checks.map((check) => [check, base.check])),
      }
      return domain.make({ schema: at, name }, attrs, schemaKey(at))
    }),
})

/** The values of attributes, by their types. */
const members: Readonly<Record<string, string>> = { integer: '1', 'varchar(40)': "'a,(b'", text: `'"'` }

export const someComposites = part({
  some: fc.dictionary(
    fc.constantFrom(...compositeNames),
    fc.record({
      place: somePlace,
      attributes: fc.dictionary(fc.constantFrom(...attributeNames), fc.constantFrom(...Object.keys(members)), {
        minKeys: 1,
      }),
    }),
    { maxKeys: 1 },
  ),
  objects: (drawn, there) =>
    Object.entries(drawn).map(([name, { place, attributes: of }]) => {
      const at = placeOf(place, there)
      const attributes = Object.entries(of).map(([name, type]) => ({ name, type, of: null, collation: null }))
      return composite.make({ schema: at, name }, { attributes }, schemaKey(at))
    }),
})

export const someRanges = part({
  some: fc.dictionary(
    fc.constantFrom(...rangeNames),
    fc.record({
      place: somePlace,
      type: fc.constantFrom('integer', 'timestamp', 'text'),
      collation: fc.constantFrom(null, '"C"'),
      opclass: fc.constantFrom(null, 'text_pattern_ops'),
      multirange: fc.constantFrom(null, 'many "r"'),
    }),
    { maxKeys: 1 },
  ),
  objects: (drawn, there) =>
    Object.entries(drawn).map(([name, { place, type, collation, opclass, multirange }]) => {
      const at = placeOf(place, there)
      const isText = type === 'text'
      const attrs = {
        type,
        of: null,
        collation: isText ? collation : null,
        opclass: isText ? opclass : null,
        diff: null,
        multirange,
      }
      return range.make({ schema: at, name }, attrs, schemaKey(at))
    }),
})

/** The names of all of these. */
export const typeNames = [...enumNames, ...domainNames, ...compositeNames, ...rangeNames] as const

/** The type of a name, in whatever schema it is, with a value of it as SQL; of an enum the n-th, over and over. */
export function typeNamed(name: string, n: number, there: readonly Obj[]) {
  const found = there.find(({ kind, id }) => isType(kind) && id.name === name)
  return found && { key: keyOf(found), value: exampleOf(found, n) }
}

function exampleOf(type: Obj, n: number): string {
  if (enumType.is(type)) return literal(type.attrs.values[n % type.attrs.values.length]!)
  if (domain.is(type)) return bases.find((base) => base.type === type.attrs.type)!.value
  if (!composite.is(type)) return "'empty'"
  return `ROW(${type.attrs.attributes.map((one) => members[one.type]).join(', ')})::${sqlName(keyOf(type))}`
}
