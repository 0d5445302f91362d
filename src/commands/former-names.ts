import { join } from 'node:path'
import type { Folder } from '../migrate/folder.ts'
import { parseJournal } from '../migrate/journal.ts'
import { folderNames } from '../migrate/layout.ts'
import { readText } from './side-files.ts'

/** The journal as it was, so that the way back ends where it began: a folder's name holds no number and no milliseconds. */
export const keptJournal = join('sluice', '_journal.json')

/**
 * Tags by what they were in the other layout, as far as it can still be told from a journal.
 * @throws SluiceError `JOURNAL_INVALID`
 */
export async function formerNames({ path, layout, journal }: Folder): Promise<ReadonlyMap<string, string>> {
  if (layout === 'v0') return new Map([...folderNames(journal.entries)].map(([tag, folder]) => [folder, tag]))
  const text = await readText(join(path, keptJournal))
  return folderNames(text === null ? [] : parseJournal(text, keptJournal).entries)
}
