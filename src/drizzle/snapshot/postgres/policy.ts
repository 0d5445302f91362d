import { type PolicyAttrs, policyTo } from '../../../postgres/policy.ts'
import { roleName } from '../../../postgres/role.ts'
import type { Obj } from '../../../schema/object.ts'
import type { LinkedPolicyJson, PolicyJson } from './format.ts'
import type { Owner } from './owner.ts'

type Policy = Obj<'schema' | 'table' | 'name', PolicyAttrs>

export const readPolicy = (json: PolicyJson, { key, id }: Pick<Owner, 'id'> & Partial<Owner>) =>
  policyTo(
    json.to ?? ['public'],
    { ...id, name: json.name },
    {
      as: lower(json.as ?? 'PERMISSIVE'),
      for: lower(json.for ?? 'ALL'),
      using: json.using ?? null,
      withCheck: json.withCheck ?? null,
    },
    key,
  )

/** Of a table that the schema files do not export. */
export function readLinkedPolicy({ schema, on, ...json }: LinkedPolicyJson) {
  const table = on.slice(`"${schema}"."`.length, -1)
  return readPolicy(json, { id: { schema, table } })
}

export const writeLinkedPolicy = (object: Policy): LinkedPolicyJson => ({
  ...writePolicy(object),
  schema: object.id.schema,
  on: `"${object.id.schema}"."${object.id.table}"`,
})

export const writePolicy = ({ id, attrs }: Policy): PolicyJson => ({
  name: id.name,
  as: upper(attrs.as),
  for: upper(attrs.for),
  to: attrs.to.map(roleName),
  ...(attrs.using !== null && { using: attrs.using }),
  ...(attrs.withCheck !== null && { withCheck: attrs.withCheck }),
})

const lower = <T extends string>(word: T) => word.toLowerCase() as Lowercase<T>
const upper = <T extends string>(word: T) => word.toUpperCase() as Uppercase<T>
