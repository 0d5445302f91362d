import type { Config } from '../drizzle/config.ts'
import { SluiceError } from '../errors.ts'
import type { Target } from './target.ts'

/** Lets the refusal of what cannot go through a transaction pooler name the address of the server behind it. */
export async function namingDirect<T>(run: Promise<T>, { label }: Target, { env }: Config): Promise<T> {
  try {
    return await run
  } catch (error) {
    if (!(error instanceof SluiceError) || error.code !== 'CONNECTION_POOLED') throw error
    throw new SluiceError(error.code, { ...error.details, direct: directUrl(label, env) }, { cause: error })
  }
}

/** What hosts and frameworks call it: Prisma and Supabase, Neon, Vercel. */
const names = ['DIRECT_URL', 'DIRECT_DATABASE_URL', 'DATABASE_URL_UNPOOLED', 'POSTGRES_URL_NON_POOLING']

/** The variable that holds it, else what the pooler's own address tells; never a password. */
export function directUrl(label: string, env: Config['env']): string {
  const name = names.find((one) => env[one]?.trim())
  if (name) return `"$${name}"`
  const pooler = URL.canParse(label) ? new URL(label) : undefined
  // Neon: the host without its suffix. Supabase: port 5432 of the same host hands out sessions.
  if (pooler?.hostname.endsWith('.neon.tech')) return label.replace('-pooler.', '.')
  if (pooler?.hostname.endsWith('.pooler.supabase.com')) return label.replace(':6543/', ':5432/')
  return 'postgres://…, whose host or port is not the one of the pooler'
}
