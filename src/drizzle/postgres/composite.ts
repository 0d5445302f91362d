import { composite } from '../../postgres/composite.ts'
import { schemaKey } from '../../postgres/schema.ts'
import type { CompositeTypeOptions } from '../declare/composite.ts'
import type { OwnName } from '../declare/type-name.ts'
import { readCollation, readType } from './own-type.ts'
import type { Reader } from './reader.ts'

export function readComposite({ schema, name, attributes: given }: OwnName & CompositeTypeOptions, reader: Reader) {
  const attributes = Object.entries(given).map(([name, said]) => {
    const { type, collate } = typeof said === 'object' && 'type' in said ? said : { type: said }
    return { name, ...readType(type, reader), collation: readCollation(collate, reader) }
  })
  const refs = [...new Set(attributes.flatMap(({ of }) => of ?? []))]
  return [composite.make({ schema, name }, { attributes }, schemaKey(schema), refs)]
}
