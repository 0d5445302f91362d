import fc from 'fast-check'
import { extension } from '../../../src/postgres/extension.ts'
import { schemaKey } from '../../../src/postgres/schema.ts'
import type { Obj } from '../../../src/schema/object.ts'
import { schemaNames } from './names.ts'
import { part } from './part.ts'
import { placeOf } from './schemas.ts'

/** One that brings a type, or one that brings operator classes; to make one takes time, so mostly none. */
export const someExtensions = part({
  some: fc.record({
    name: fc.constantFrom(null, null, null, 'citext', 'pg_trgm'),
    place: fc.constantFrom(...schemaNames),
  }),
  objects: ({ name, place }, there) => {
    if (name === null) return []
    const schema = schemaKey(placeOf(place, there))
    return [extension.make({ name }, { schema, version: null }, undefined, [schema])]
  },
})

export const hasExtension = (name: string, there: readonly Obj[]): boolean =>
  there.filter(extension.is).some(({ id }) => id.name === name)
