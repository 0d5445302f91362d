import * as v from 'valibot'
import type { Answers } from '../diff/answers.ts'
import { SluiceError } from '../errors.ts'
import type { Key } from '../schema/object.ts'
import { readText, sluiceFiles } from './proof-file.ts'

/** What a migration's plan was made with besides the two states. */
export interface Own {
  readonly answers: Answers
  /** SQL by the column that it fills. */
  readonly backfill: ReadonlyMap<Key, string>
}

const format = v.object({
  version: v.literal(1),
  rename: v.array(v.string()),
  create: v.array(v.string()),
  backfill: v.record(v.string(), v.string()),
})

/** The text of `<tag>.json`; null where there is nothing to say. */
export function ownText({ answers: { rename, create }, backfill }: Own): string | null {
  if (rename.length + create.length + backfill.size === 0) return null
  const file: v.InferInput<typeof format> = {
    version: 1,
    rename: [...rename],
    create: [...create],
    backfill: Object.fromEntries(backfill),
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
  if (text === null) return { answers: { rename: [], create: [] }, backfill: new Map() }
  try {
    const { rename, create, backfill } = v.parse(format, JSON.parse(text))
    return {
      answers: { rename, create },
      backfill: new Map(Object.entries(backfill).map(([k, sql]) => [k as Key, sql])),
    }
  } catch (cause) {
    throw new SluiceError('OWN_FILE_INVALID', { file, problem: (cause as Error).message }, { cause })
  }
}
