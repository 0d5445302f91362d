import { type PolicyAttrs, policy } from '../../../postgres/policy.ts'
import type { Obj } from '../../../schema/object.ts'
import type { PolicyJson } from './format.ts'
import type { Owner } from './owner.ts'

export const readPolicy = (json: PolicyJson, { key, id }: Owner) =>
  policy.make(
    { ...id, name: json.name },
    {
      as: lower(json.as ?? 'PERMISSIVE'),
      for: lower(json.for ?? 'ALL'),
      to: [...(json.to ?? ['public'])].sort(),
      using: json.using ?? null,
      withCheck: json.withCheck ?? null,
    },
    key,
  )

export const writePolicy = ({ id, attrs }: Obj<'schema' | 'table' | 'name', PolicyAttrs>): PolicyJson => ({
  name: id.name,
  as: upper(attrs.as),
  for: upper(attrs.for),
  to: [...attrs.to],
  ...(attrs.using !== null && { using: attrs.using }),
  ...(attrs.withCheck !== null && { withCheck: attrs.withCheck }),
})

const lower = <T extends string>(word: T) => word.toLowerCase() as Lowercase<T>
const upper = <T extends string>(word: T) => word.toUpperCase() as Uppercase<T>
