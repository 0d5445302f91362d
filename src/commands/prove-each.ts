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

interface Given {
  readonly providers: readonly Provider[]
  readonly seed?: string | null
  /** Run also all migrations of the folder, one after another: a proof that starts from a snapshot shows nothing of that. */
  readonly whole?: boolean
}

/** Proves migrations of a folder, and stores each proof there. Gives them in the order that they were given in. */
export async function* proveEach(
  folder: Folder,
  migrations: readonly Migration[],
  config: Config,
  context: Context,
  { providers, seed = null, whole = false }: Given,
): AsyncGenerator<Proven & { readonly tag: string }> {
  const dialect = dialects[config.dialect]
  const places = migrations.map((migration) => folder.migrations.indexOf(migration))
  const { open, width, close } = await openEngine(config, context, { soon: migrations.length > 0 })
  const replay = replayOf(
    { ...folder, dialect, providers, open, signal: context.signal },
    whole ? folder.migrations.length : Math.max(...places),
  )
  const tasks = migrations.map((migration, i) => async () => {
    const input = await proveInput(folder, migration, dialect)
    const before = () => replay.at(places[i]!)
    return async () => {
      const proven = await proveOnce(dialect, migration.tag, { ...input, open, before, seed, providers }, context)
      return { ...proven, tag: migration.tag }
    }
  })
  const told = new Set<string>()
  try {
    for await (const proven of inOrder(tasks, width)) {
      if (proven.proof.result !== 'proven') told.add(proven.tag)
      await writeSide(folder.path, `${proven.tag}.proof.json`, proofText(proven.proof))
      yield proven
    }
    const end = whole ? await replay.at(folder.migrations.length) : null
    if (end && 'connection' in end) await end.connection.close()
    else if (end && !told.has(end.tag))
      context.warn(
        `the migrations do not run one after another on an empty database: ${end.why}: sluice check --history`,
      )
  } finally {
    await replay.close()
    await close()
  }
}
