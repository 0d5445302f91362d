import type { Draft, View } from '../dialect/kind.ts'
import type { Obj } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import type { Attribute } from './attribute.ts'
import { collationClause, typeIn } from './column-type.ts'
import type { Composite } from './composite.ts'
import type { Domain } from './domain.ts'
import { hasDefault, lockOfDefault } from './domain-base.ts'
import { typeExists } from './exists.ts'
import { placed } from './names.ts'
import type { Range } from './range.ts'
import { dotted, ident, literal } from './sql/quote.ts'

/** The statement that makes a type, of whatever kind it is. */
export function createType(object: Obj, view: View): Draft {
  const [schema, name] = Object.values(object.id) as [string, string]
  const write = writers[object.kind] as (object: Obj, view: View) => Draft
  return { ...write(object, view), unless: typeExists(schema, name) }
}

const writers: Readonly<Record<string, (object: never, view: View) => Draft>> = {
  enum: createEnum,
  domain: createDomain,
  composite: createComposite,
  range: createRange,
}

type Named = Obj<'schema' | 'name', unknown>

const nameOf = ({ id }: Named): string => dotted(id.schema, id.name)

function createEnum(object: Obj<'schema' | 'name', { readonly values: readonly string[] }>): Draft {
  return { sql: `CREATE TYPE ${nameOf(object)} AS ENUM(${object.attrs.values.map(literal).join(', ')})`, lock: 'none' }
}

function createDomain(object: Domain, { to }: View): Draft {
  const { attrs } = object
  // Else it would be made with the default that the domain below it has by then.
  const value = attrs.default ?? (hasDefault(attrs, to) ? 'NULL' : null)
  const parts = [
    value !== null && `DEFAULT ${value}`,
    attrs.notNull && 'NOT NULL',
    ...Object.entries(attrs.checks).map(([name, text]) => `CONSTRAINT ${ident(name)} CHECK (${text})`),
  ]
  const type = `${typeIn(attrs, to)}${collationClause(attrs)}`
  return {
    sql: [`CREATE DOMAIN ${nameOf(object)} AS ${type}`, ...parts.filter(Boolean)].join(' '),
    lock: lockOfDefault(object, to),
  }
}

function createComposite(object: Composite, { to }: View): Draft {
  const list = object.attrs.attributes.map((one) => attributeClause(one, to))
  return { sql: `CREATE TYPE ${nameOf(object)} AS (${list.join(', ')})`, lock: 'none' }
}

/** An attribute as CREATE TYPE and ADD ATTRIBUTE write it. */
export const attributeClause = (one: Attribute, schema: Schema): string =>
  `${ident(one.name)} ${typeIn(one, schema)}${collationClause(one)}`

function createRange({ id, attrs }: Range, { to }: View): Draft {
  const options = [
    `SUBTYPE = ${typeIn(attrs, to)}`,
    attrs.opclass !== null && `SUBTYPE_OPCLASS = ${placed(attrs.opclass, to)}`,
    attrs.collation !== null && `COLLATION = ${attrs.collation}`,
    attrs.diff !== null && `SUBTYPE_DIFF = ${attrs.diff}`,
    attrs.multirange !== null && `MULTIRANGE_TYPE_NAME = ${dotted(id.schema, attrs.multirange)}`,
  ]
  return {
    sql: `CREATE TYPE ${dotted(id.schema, id.name)} AS RANGE (${options.filter(Boolean).join(', ')})`,
    lock: 'none',
  }
}
