import fc from 'fast-check'
import { domain } from '../../../src/postgres/domain.ts'
import { enumKey, enumType } from '../../../src/postgres/enum.ts'
import { integers } from '../../../src/postgres/integers.ts'
import { schema, schemaKey } from '../../../src/postgres/schema.ts'
import { sequence } from '../../../src/postgres/sequence.ts'
import { keyOf, type Obj } from '../../../src/schema/object.ts'
import { domainNames, enumNames, labels, schemaNames, sequenceNames } from './names.ts'
import { part } from './part.ts'

/** The schema of this name, or `public` where there is none. */
export const placeOf = (name: string, there: readonly Obj[]): string =>
  there.some((object) => schema.is(object) && object.id.name === name) ? name : 'public'

export const someSchemas = part({
  some: fc.subarray(schemaNames.filter((name) => name !== 'public')),
  objects: (names) => names.map((name) => schema.make({ name }, {})),
})

export const someEnums = part({
  some: fc.dictionary(
    fc.constantFrom(...enumNames),
    fc.record({
      place: fc.constantFrom(...schemaNames),
      values: fc.uniqueArray(fc.constantFrom(...labels), { minLength: 1 }),
    }),
  ),
  objects: (drawn, there) =>
    Object.entries(drawn).map(([name, { place, values }]) => {
      const at = placeOf(place, there)
      return enumType.make({ schema: at, name }, { values }, schemaKey(at))
    }),
})

/** The enum of a name, in whatever schema it is. */
export const enumNamed = (name: string, there: readonly Obj[]) => {
  const found = there.filter(enumType.is).find(({ id }) => id.name === name)
  return found && { key: enumKey(found.id.schema, found.id.name), values: found.attrs.values }
}

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
      place: fc.constantFrom(...schemaNames),
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

/** The domain of a name, in whatever schema it is, and a value of it. */
export const domainNamed = (name: string, there: readonly Obj[]) => {
  const found = there.filter(domain.is).find(({ id }) => id.name === name)
  const base = found && bases.find(({ type }) => type === found.attrs.type)
  return base && { key: keyOf(found), value: base.value }
}

const numbers = { increment: '1', start: '1', min: '1', max: '9223372036854775807', cache: '1', cycle: false }

/** Options that go together: bounds are checked against direction and start. */
export const someNumbers = fc.constantFrom(
  numbers,
  { ...numbers, increment: '5', cache: '3' },
  { ...numbers, start: '10', min: '-4', max: '9000', cycle: true },
  { ...numbers, increment: '-1', start: '-1', min: '-500', max: '-1' },
)

export const someSequences = part({
  some: fc.dictionary(
    fc.constantFrom(...sequenceNames),
    fc.record({ place: fc.constantFrom(...schemaNames), options: someNumbers, isSmall: fc.boolean() }),
  ),
  objects: (drawn, there) =>
    Object.entries(drawn).map(([name, { place, options, isSmall }]) => {
      const at = placeOf(place, there)
      const type = isSmall ? 'smallint' : 'bigint'
      const max = options.max === numbers.max ? integers[type].max : options.max
      return sequence.make({ schema: at, name }, { ...options, type, max }, schemaKey(at))
    }),
})

/** The key of the sequence of a name, in whatever schema it is. */
export const sequenceNamed = (name: string, there: readonly Obj[]) => {
  const found = there.filter(sequence.is).find(({ id }) => id.name === name)
  return found && keyOf(found)
}
