import type { Config } from './config.ts'

/** The roles that a provider's databases come with (prepareRoles in drizzle-kit 0.31's bundle). */
const provided: Readonly<Record<string, readonly string[]>> = {
  supabase: [
    'anon',
    'authenticator',
    'authenticated',
    'service_role',
    'supabase_auth_admin',
    'supabase_storage_admin',
    'dashboard_user',
    'supabase_admin',
  ],
  neon: ['authenticated', 'anonymous'],
}

/** Is a role none of ours, though the schema files declare it: the provider's, or excluded by the config? */
export function isForeignRole(name: string, { roles }: Config['entities']): boolean {
  if (typeof roles !== 'object') return false
  return [...(provided[roles.provider ?? ''] ?? []), ...(roles.exclude ?? [])].includes(name)
}

/** May a role that nobody declares be dropped? Other databases of the server may need it, so the config has to say so. */
export function isManagedRole(name: string, entities: Config['entities']): boolean {
  const { roles } = entities
  if (typeof roles !== 'object') return roles ?? false
  return !isForeignRole(name, entities) && (roles.include?.includes(name) ?? true)
}
