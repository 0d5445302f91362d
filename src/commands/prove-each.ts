import { dialects } from '../dialects.ts'
import type { Config } from '../drizzle/config.ts'
import { writeSide } from '../migrate/change.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import type { Proven } from '../proof/proof.ts'
import { replayOf } from '../proof/replay.ts'
import type { Provider } from '../proof/stand-ins.ts'
import type { Context } from './context.ts'
import { openEngine } from './engine.ts'
import { inOrder } from './in-order.ts'
import { proveInput, proveOnce } from './proving.ts'
import { proofText } from './stored-proof.ts'

/** Proves migrations of a folder, and stores each proof there. Gives them in the order that they were given in. */
export async function* proveEach(
  folder: Folder,
  migrations: readonly Migration[],
  config: Config,
  context: Context,
  { providers, seed = null }: { readonly providers: readonly Provider[]; readonly seed?: string | null },
): AsyncGenerator<Proven & { readonly tag: string }> {
  const dialect = dialects[config.dialect]
  const places = migrations.map((migration) => folder.migrations.indexOf(migration))
  const { open, width, close } = await openEngine(config, context, { soon: migrations.length > 0 })
  const replay = replayOf({ ...folder, dialect, providers, open, signal: context.signal }, Math.max(...places))
  const tasks = migrations.map((migration, i) => async () => {
    const input = await proveInput(folder, migration, dialect)
    const before = () => replay.at(places[i]!)
    return async () => {
      const proven = await proveOnce(dialect, migration.tag, { ...input, open, before, seed, providers }, context)
      return { ...proven, tag: migration.tag }
    }
  })
  try {
    for await (const proven of inOrder(tasks, width)) {
      await writeSide(folder.path, `${proven.tag}.proof.json`, proofText(proven.proof))
      yield proven
    }
  } finally {
    await replay.close()
    await close()
  }
}
