import { relative, sep } from 'node:path'
import { dialects } from '../dialects.ts'
import type { Config } from '../drizzle/config.ts'
import type { Folder } from '../migrate/folder.ts'
import { replayOf } from '../proof/replay.ts'
import type { Provider } from '../proof/stand-ins.ts'
import { finding } from '../repair/finding.ts'
import { conventionsOf } from '../review/conventions.ts'
import type { Diagnosis } from '../review/diagnosis.ts'
import { loadParser } from '../review/parse.ts'
import { type Review, type ReviewInput, review } from '../review/review.ts'
import { snapshotDiffers } from '../review/rules/snapshot-differs.ts'
import type { Sighting } from '../review/statement.ts'
import type { Context } from './context.ts'
import { type Diagnoses, diagnosisOf } from './diagnoses.ts'
import { openEngine } from './engine.ts'
import { isStale, readProof } from './stored-proof.ts'
import { Walk } from './walk.ts'

/** Something to review: a migration of the folder, or a file that would come after them. */
export interface Chosen {
  readonly tag: string
  readonly file: string
  readonly sql: string
  /** How many migrations of the folder come before it. */
  readonly place: number
}

/** What all reviews of a run share. */
interface Given extends Pick<ReviewInput, 'sizes' | 'runtimeDefaults'> {
  readonly providers: readonly Provider[]
  readonly diagnoses: Diagnoses
}

/** Reviews migrations in the order of the folder. One embedded database goes from each to the next. */
export async function* reviewEach(
  folder: Folder,
  chosen: readonly Chosen[],
  config: Config,
  context: Context,
  { providers, diagnoses, ...given }: Given,
): AsyncGenerator<Review> {
  const dialect = dialects[config.dialect]
  const inOrder = chosen.toSorted((a, b) => a.place - b.place)
  const first = inOrder[0]?.place ?? 0
  const parse = await loadParser()
  const { open, close } = await openEngine(config, context, { soon: chosen.length > 0 })
  const replay = replayOf({ ...folder, dialect, providers, open, signal: context.signal }, first)
  const walk = new Walk(folder, dialect)
  const conventions = conventionsOf(config.review, providers)
  const shared = { ...given, postgres: config.manner.postgres ?? 14, conventions }
  const isCompared = conventions.rules[snapshotDiffers.id] !== 'off'
  try {
    const standing = await replay.at(first)
    walk.begin(standing, first)
    for (const one of inOrder) {
      context.progress(`reviewing ${one.tag}`)
      const { tag, sql } = one
      const file = shownPath(one.file, context)
      const proof = await readProof(folder.path, tag)
      const holds = proof !== null && !isStale(proof, { sql })
      const planned = holds && proof.base === 'neighbourhood'
      const compare = isCompared && !(holds && proof.result === 'proven')
      const { strays, ...seen } = await walk.to(one, { compare })
      const own = [...(diagnoses.get(one.file) ?? []), ...ofSnapshot(strays, seen.sighting)]
      yield review({ tag, file, sql, planned, diagnoses: own, ...shared, ...seen }, parse)
    }
  } finally {
    await walk.close()
    await replay.close()
    await close()
  }
}

/** How many differences from a snapshot are named. */
const most = 3

function ofSnapshot(strays: readonly string[], { engine }: Sighting): readonly Diagnosis[] {
  if (strays.length === 0) return []
  const more = strays.length > most ? [`and ${strays.length - most} more`] : []
  const says = `it does not lead to its snapshot: ${[...strays.slice(0, most), ...more].join('; ')}`
  return finding('historyDiffers', strays).map((one) => ({ ...diagnosisOf(one, `running it: ${engine}`), says }))
}

/** From the working directory, with forward slashes. */
export const shownPath = (file: string, { cwd }: Pick<Context, 'cwd'>): string =>
  relative(cwd, file).split(sep).join('/')
