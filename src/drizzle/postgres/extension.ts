import { extension } from '../../postgres/extension.ts'
import { schemaKey } from '../../postgres/schema.ts'
import type { ExtensionOptions } from '../declare/extension.ts'
import { placeOf } from './function.ts'

export function readExtension({ name, schema, version }: ExtensionOptions & { readonly name: string }) {
  const place = schemaKey(placeOf({ schema: schema ?? 'public' }))
  return [extension.make({ name }, { schema: place, version: version ?? null }, undefined, [place])]
}
