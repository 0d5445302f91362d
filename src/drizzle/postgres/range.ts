import { range } from '../../postgres/range.ts'
import { schemaKey } from '../../postgres/schema.ts'
import type { RangeOptions } from '../declare/range.ts'
import type { OwnName } from '../declare/type-name.ts'
import { readCollation, readType } from './own-type.ts'
import type { Reader } from './reader.ts'

interface Given extends OwnName {
  readonly options: Omit<RangeOptions, 'schema'>
}

export function readRange({ schema, name, options }: Given, reader: Reader) {
  const attrs = {
    ...readType(options.subtype, reader),
    collation: readCollation(options.collate, reader),
    opclass: options.opclass ?? null,
    diff: options.diff ?? null,
    multirange: options.multirange ?? null,
  }
  return [range.make({ schema, name }, attrs, schemaKey(schema), attrs.of ? [attrs.of] : [])]
}
