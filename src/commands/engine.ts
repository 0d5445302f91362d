import type { Config } from '../drizzle/config.ts'
import { loadAhead, openEmbedded } from '../postgres/embedded/embed.ts'
import { openShadow } from '../postgres/server/shadow.ts'
import { startThrowAway } from '../postgres/server/throw-away-server.ts'
import type { Open } from '../proof/replay.ts'
import type { Context } from './context.ts'

/** What proofs run on. */
export interface Engine {
  readonly open: Open
  /** How many databases of it may be open at a time. */
  readonly width: number
  close(): Promise<void>
}

/** `soon`: the code of its first database is loaded from now on, since there is a schema to read meanwhile. */
function embedded(soon: boolean): Engine {
  let ahead = soon ? loadAhead() : undefined
  const take = () => {
    const thread = ahead
    ahead = undefined
    return thread
  }
  return {
    open: (options) => openEmbedded({ ...options, ahead: take() }),
    width: 4,
    close: async () => take()?.end('nobody asked for it'),
  }
}

/**
 * The embedded engine, or the server that `shadow` names in the config; the caller closes it. `soon`: a database of it is sure
 * to be asked for.
 * @throws SluiceError `SHADOW_…`, `DATABASE_…`
 */
export async function openEngine(
  { shadow, root }: Config,
  { signal, progress }: Context,
  { soon = false } = {},
): Promise<Engine> {
  if (!shadow) return embedded(soon)
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
