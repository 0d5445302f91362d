import { keyed } from './deltas.ts'
import type { SnapshotJson } from './format.ts'
import { parentsOf, type Stored, stateAfter } from './read.ts'
import { writeSnapshot } from './write.ts'

/**
 * The snapshots of version 8, each of which holds a whole state, in version 9: a first one, and what changes after it. Texts
 * by tag; snapshots of version 9 stay as they are.
 */
export function toVersion9(all: readonly Stored[]): ReadonlyMap<string, string> {
  const done: Stored[] = []
  const texts = new Map<string, string>()
  for (const stored of all) {
    const { tag, json } = stored
    if (json.version === '9') {
      done.push(stored)
      continue
    }
    const parents = parentsOf(json)
    const from = stateAfter(parents, done)
    const text = writeSnapshot({ id: json.id, parents, version: '9', from, to: keyed(json.ddl) })
    done.push({ tag, json: JSON.parse(text) as SnapshotJson })
    texts.set(tag, text)
  }
  return texts
}
