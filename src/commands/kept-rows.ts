import type { Connection } from '../dialect/connection.ts'
import { counted } from '../dialect/counted.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import type { Status } from '../migrate/status.ts'
import { readTrash } from '../postgres/trash/trash.ts'
import { type Restored, restore } from '../postgres/trash/trash-restore.ts'
import type { Context } from './context.ts'
import { formerNames } from './former-names.ts'

/** The rows that rollbacks have kept in a database. */
interface KeptRows {
  /** Puts back those of a migration, in the transaction that applies it. */
  restore(migration: Migration): Promise<void>
  /**
   * Ends a run: puts back what earlier ones have left, where that is wanted, or says that it is there. Returns all that
   * came back.
   */
  end(status: Pick<Status, 'applied'>, wanted: boolean): Promise<readonly Restored[]>
}

export function keptRows(connection: Connection, folder: Folder, { report, warn }: Context): KeptRows {
  const restored = new Map<string, readonly Restored[]>()
  // They may have been kept when the folder had the other layout.
  const kept = async () => {
    const tables = await readTrash(connection)
    const now = tables.length > 0 ? await formerNames(folder) : new Map<string, string>()
    return tables.map((one) => ({ ...one, tag: now.get(one.tag) ?? one.tag }))
  }
  const back = async (tag: string) => {
    const tables = await kept()
    restored.set(
      tag,
      await restore(
        connection,
        tables.filter((one) => one.tag === tag),
      ),
    )
  }
  return {
    restore: ({ tag }) => back(tag),
    async end({ applied }, wanted) {
      const tags = new Set((await kept()).map(({ tag }) => tag))
      const left = applied.flatMap(({ migration: { tag } }) => (tags.has(tag) && !restored.has(tag) ? [tag] : []))
      if (left.length > 0 && !wanted)
        warn(`what a rollback of ${left.join(', ')} has kept is in sluice_trash: sluice migrate --restore puts it back`)
      if (wanted) for (const tag of left) await inTransaction(connection, () => back(tag))
      const all = [...restored.values()].flat()
      for (const { what, rows, of, left } of all) {
        report(`  put back ${what}: ${counted(rows, 'row')}`)
        if (left !== null)
          warn(`${of - rows} of ${of} rows of ${what} found no place: all of them are still in ${left}`)
      }
      return all
    },
  }
}

async function inTransaction(connection: Connection, work: () => Promise<void>): Promise<void> {
  await connection.script('begin')
  try {
    await work()
    await connection.script('commit')
  } catch (error) {
    await connection.script('rollback').catch(() => {})
    throw error
  }
}
