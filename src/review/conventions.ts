import type { Config } from '../drizzle/config.ts'
import type { Provider } from '../proof/stand-ins.ts'
import type { Level } from './rule.ts'

/** What a project has agreed on: `review` in its config. */
export interface Conventions {
  /** Another level for a rule, by its id. */
  readonly rules: Readonly<Record<string, Level | 'off'>>
  /** What every foreign key is to say under ON DELETE; null where nobody cares. */
  readonly onDelete: 'cascade' | 'restrict' | 'set null' | 'set default' | 'no action' | null
  /** Schemas whose tables clients reach directly, as over PostgREST. Supabase has `public` there. */
  readonly exposed: readonly string[]
  /** Tables with this column hold the rows of several tenants; `role` is the role that requests run as. */
  readonly tenant: { readonly column: string; readonly role: string } | null
  /** Regular expressions that names must match, by kind of object: `{ index: '_idx$' }`. */
  readonly naming: Readonly<Record<string, string>>
}

/** What a config says under `review`, with what holds where it says nothing. */
export const conventionsOf = (
  { rules, onDelete, exposed, tenant, naming }: Config['review'],
  providers: readonly Provider[] = [],
): Conventions => ({
  rules: rules ?? {},
  onDelete: onDelete ?? null,
  exposed: exposed ?? (providers.includes('supabase') ? ['public'] : []),
  tenant: tenant ?? null,
  naming: naming ?? {},
})
