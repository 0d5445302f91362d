import type { UserConfig } from './user-config.ts'

/** Gives a `drizzle.config.ts` its types; the same call as drizzle-kit's. */
export function defineConfig(config: UserConfig): UserConfig {
  return config
}
