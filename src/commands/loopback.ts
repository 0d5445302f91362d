import type { Config } from '../drizzle/config.ts'
import type { Target } from './target.ts'

/** Does a database lie on this machine, as far as its address tells? */
export function isLoopback(target: Target, { env }: Pick<Config, 'env'>): boolean {
  return hostsOf(target, env.PGHOST).every((host) => /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?|\/.*)$/i.test(host))
}

/** The host of a URL and the one that its query names instead; without either the driver looks at PGHOST. */
function hostsOf(target: Target, fallback: string | undefined): readonly string[] {
  if ('directory' in target) return []
  const { to } = target
  if (typeof to !== 'string') return [to.host]
  const { hostname, searchParams } = new URL(to)
  const named = [decodeURIComponent(hostname), ...searchParams.getAll('host')].filter(Boolean)
  return named.length > 0 ? named : fallback ? [fallback] : []
}
