import * as v from 'valibot'
import type { Manner } from '../dialect/kind.ts'
import type { Answers } from '../diff/answers.ts'
import { type Overlay, overlayFormat } from '../drizzle/snapshot/overlay.ts'
import { SluiceError } from '../errors.ts'
import type { Folder } from '../migrate/folder.ts'
import { snapshotName } from '../migrate/layout.ts'
import type { Key } from '../schema/object.ts'
import { namesBeside, readText, sluiceFiles } from './side-files.ts'

/** What a migration's plan was made with, and what its snapshot cannot hold. */
export interface Own {
  readonly answers: Answers
  /** SQL by the column that it fills. */
  readonly backfill: ReadonlyMap<Key, string>
  readonly manner: Partial<Manner>
  /** Null where nothing was said: what an earlier migration said still holds. */
  readonly beyond: Overlay | null
}

const format = v.object({
  version: v.literal(1),
  rename: v.array(v.string()),
  create: v.array(v.string()),
  backfill: v.record(v.string(), v.string()),
  postgres: v.exactOptional(v.number()),
  online: v.exactOptional(v.boolean()),
  guards: v.exactOptional(v.boolean()),
  beyond: v.optional(overlayFormat),
})

/** The text of `<tag>.json`; null where there is nothing to say. */
export function ownText({ answers: { rename, create }, backfill, manner, beyond }: Own): string | null {
  const said = rename.length + create.length + backfill.size + Object.keys(manner).length
  if (said === 0 && !beyond) return null
  const file: v.InferInput<typeof format> = {
    version: 1,
    rename: [...rename],
    create: [...create],
    backfill: Object.fromEntries(backfill),
    ...manner,
    ...(beyond && { beyond }),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/**
 * Reads `<tag>.json`; where there is none, nothing was said.
 * @throws SluiceError `OWN_FILE_INVALID`
 */
export async function readOwn(out: string, tag: string): Promise<Own> {
  const { own: file } = sluiceFiles(out, tag)
  const text = await readText(file)
  if (text === null) return { answers: { rename: [], create: [] }, backfill: new Map(), manner: {}, beyond: null }
  try {
    const { version: _, rename, create, backfill, beyond, ...manner } = v.parse(format, JSON.parse(text))
    return {
      answers: { rename, create },
      backfill: new Map(Object.entries(backfill).map(([k, sql]) => [k as Key, sql])),
      manner,
      beyond: beyond ?? null,
    }
  } catch (cause) {
    throw new SluiceError('OWN_FILE_INVALID', { file, problem: (cause as Error).message }, { cause })
  }
}

interface Said {
  /** The place of the migration in the folder, and its snapshot's name. */
  readonly index: number
  readonly name: string
  readonly beyond: Overlay
}

const read = new WeakMap<Folder, Promise<readonly Said[]>>()

/**
 * What a snapshot of the folder cannot hold, by its file's name: drizzle-kit keeps no files of ours, so what the last
 * migration said that has one still holds. Null where nobody said anything.
 * @throws SluiceError `OWN_FILE_INVALID`
 */
export async function beyondAt(folder: Folder, snapshot: string): Promise<Overlay | null> {
  const known = read.get(folder) ?? readBeyond(folder)
  read.set(folder, known)
  // The journal says what came before what; names do not, where their prefix is of another sort since.
  const last = folder.journal.entries.findLastIndex(({ tag }) => snapshotName(tag, folder.layout) === snapshot)
  const said = (await known).findLast(({ index, name }) => (last < 0 ? name <= snapshot : index <= last))
  return said?.beyond ?? null
}

async function readBeyond({ path, layout, journal }: Folder) {
  const names = namesBeside(path)
  const found: Said[] = []
  for (const [index, { tag }] of journal.entries.entries()) {
    const beyond = names.has(`${tag}.json`) ? (await readOwn(path, tag)).beyond : null
    if (beyond) found.push({ index, name: snapshotName(tag, layout), beyond })
  }
  return found
}
