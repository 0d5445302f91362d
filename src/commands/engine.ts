import type { Config } from '../drizzle/config.ts'
import { openEmbedded } from '../postgres/embed.ts'
import { openShadow } from '../postgres/shadow.ts'
import { startThrowAway } from '../postgres/throw-away-server.ts'
import { type Open, usualLimit } from '../proof/replay.ts'
import type { Context } from './context.ts'

/** What proofs run on. */
export interface Engine {
  readonly open: Open
  /** How many databases of it may be open at a time. */
  readonly width: number
  close(): Promise<void>
}

/**
 * The embedded engine, of which the first database starts `ahead` of being asked for: it takes half a second, which reading
 * two snapshots takes as well.
 */
function embedded(signal: AbortSignal | undefined, ahead: boolean): Engine {
  const limits = { statementLimit: usualLimit, ...(signal && { signal }) }
  let first = ahead ? openEmbedded(limits) : undefined
  // Whoever asks for it is told.
  first?.catch(() => {})
  return {
    open: (options) => {
      const started = options.template || options.statementLimit !== usualLimit ? undefined : first
      if (started) first = undefined
      return started ?? openEmbedded(options)
    },
    width: 4,
    close: async () => (await first?.catch(() => undefined))?.close(),
  }
}

/**
 * The embedded engine, or the server that `shadow` names in the config; the caller closes it.
 * @throws SluiceError `SHADOW_…`, `DATABASE_…`
 */
export async function openEngine(
  { shadow, root }: Config,
  { signal, progress }: Context,
  { ahead = false } = {},
): Promise<Engine> {
  if (!shadow) return embedded(signal, ahead)
  progress('opening the shadow database')
  if ('url' in shadow) return { ...(await openShadow(shadow.url, signal)), width: 1 }
  const server = await startThrowAway(shadow.postgres, root, signal)
  try {
    const { open, close } = await openShadow(server.url, signal)
    return { open, width: 1, close: () => close().finally(server.stop) }
  } catch (error) {
    await server.stop()
    throw error
  }
}
