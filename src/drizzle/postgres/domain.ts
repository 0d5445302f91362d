import { domain } from '../../postgres/domain.ts'
import { schemaKey } from '../../postgres/schema.ts'
import { literal } from '../../postgres/sql/quote.ts'
import type { DomainOptions } from '../declare/domain.ts'
import type { OwnName } from '../declare/type-name.ts'
import { readCollation, readText, readType } from './own-type.ts'
import type { Reader } from './reader.ts'

interface Given extends OwnName {
  readonly options: Omit<DomainOptions, 'schema'>
}

export function readDomain({ schema, name, options }: Given, reader: Reader) {
  const { type, of } = readType(options.type, reader)
  const attrs = {
    type,
    of,
    collation: readCollation(options.collate, reader),
    default: readDefault(options.default, reader),
    notNull: options.notNull ?? false,
    checks: readChecks(name, options.check, reader),
  }
  return [domain.make({ schema, name }, attrs, schemaKey(schema), of ? [of] : [])]
}

function readDefault(value: DomainOptions['default'], reader: Reader): string | null {
  if (value === undefined) return null
  if (typeof value === 'string') return literal(value)
  return typeof value === 'object' ? reader.text(value) : String(value)
}

/** One without a name is called as Postgres calls it. */
function readChecks(name: string, check: DomainOptions['check'], reader: Reader): Readonly<Record<string, string>> {
  const { orm } = reader.library
  if (check === undefined) return {}
  const named = typeof check === 'string' || orm.is(check, orm.SQL) ? { [`${name}_check`]: check } : check
  return Object.fromEntries(Object.entries(named).map(([each, text]) => [each, readText(text, reader)]))
}
