import fc from 'fast-check'
import { integers } from '../../../src/postgres/integers.ts'
import { schema, schemaKey } from '../../../src/postgres/schema.ts'
import { sequence } from '../../../src/postgres/sequence.ts'
import { keyOf, type Obj } from '../../../src/schema/object.ts'
import { schemaNames, sequenceNames } from './names.ts'
import { part } from './part.ts'

/** The schema of this name, or `public` where there is none. */
export const placeOf = (name: string, there: readonly Obj[]): string =>
  there.some((object) => schema.is(object) && object.id.name === name) ? name : 'public'

export const someSchemas = part({
  some: fc.subarray(schemaNames.filter((name) => name !== 'public')),
  objects: (names) => names.map((name) => schema.make({ name }, {})),
})

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
