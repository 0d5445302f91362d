import type { Schema } from '../../../schema/schema.ts'
import { type Overlay, overlayOf } from '../overlay.ts'
import { writeSchema } from '../postgres/schema.ts'
import { originId } from '../write.ts'
import { deltasOf, keyed, type Rows } from './deltas.ts'
import { footprintsOf } from './footprints.ts'
import type { Row, SnapshotJson } from './format.ts'
import { schemaOf } from './read.ts'
import { writeRows } from './rows.ts'

/** What is written of a snapshot. */
export interface NewSnapshot {
  readonly id: string
  /** The snapshots that it follows, the newest first; none for the first one. */
  readonly parents: readonly string[]
  /** The state that they lead to. */
  readonly from: Rows
  readonly to: Rows
  /** As the snapshots of the folder have it: drizzle-kit 1.0 refuses a folder that holds an older one, and the other way round. */
  readonly version: '8' | '9'
}

/** The file as drizzle-kit 1.0 writes it, without a line end; equal states give equal texts. */
export function writeSnapshot({ id, parents, from, to, version }: NewSnapshot): string {
  const head = { dialect: 'postgres', id, prevIds: parents.length > 0 ? [...parents] : [originId] } as const
  const ddl = [...to.values()]
  const deltas = [...deltasOf(from, to)]
  const footprints = footprintsOf(deltas, from, to)
  const json: SnapshotJson =
    version === '8'
      ? { version, ...head, ddl, renames: [] }
      : parents.length === 0
        ? { type: 'base', version, ...head, footprints, ddl }
        : { type: 'diff', version, ...head, footprints, deltas }
  return JSON.stringify(json, null, 2)
}

/**
 * A state as rows. What we do not know of a thing that was there before stays as it was: whether its name was given, the
 * further options of a role, rights.
 */
export function rowsOf(state: Schema, before: Rows): Rows {
  const rows = keyed(writeRows(writeSchema(state)))
  for (const [key, row] of rows) {
    const old = before.get(key)
    if (old) rows.set(key, { ...row, ...kept(old) } as Row)
  }
  // The rows that stay keep their places.
  const stay = [...before].flatMap(([key, old]) => {
    const row = rows.get(key)
    return row ? [row] : old.entityType === 'privileges' ? [old] : []
  })
  return keyed([...stay, ...rows.values()])
}

/** What a row says that no schema of ours holds. */
function kept(old: Row): Partial<Row> {
  if (old.entityType === 'roles') {
    const { createDb: _, createRole: __, inherit: ___, ...rest } = old
    return rest
  }
  return 'nameExplicit' in old ? { nameExplicit: old.nameExplicit } : {}
}

/** What the rows of a state cannot hold of it, to be kept beside them; null where they hold all. */
export const beyondRows = (state: Schema, rows: Rows): Overlay | null => overlayOf(state, schemaOf(rows))
