import { counted } from '../../dialect/counted.ts'
import { snapshotName, sqlPath } from '../../migrate/layout.ts'
import { build } from '../../proof/settle.ts'
import type { Remedy } from '../remedy.ts'

/**
 * A first migration that is gone, empty or only comments, as a pull leaves it, is written from its snapshot, so that the
 * history runs on an empty database too.
 */
export const writeFirst: Remedy = {
  id: 'write-first',
  mends: ['sqlMissing', 'historyHalts'],
  async apply(bench, _names, { dialect, state }) {
    const folder = await bench.read()
    const first = folder.journal.entries[0]
    const snapshot = first && snapshotName(first.tag, folder.layout)
    if (!snapshot || !folder.snapshots.includes(snapshot)) return { did: [] }
    const there = folder.migrations.find(({ tag }) => tag === first.tag)
    if (there && dialect.split(there.sql).length > 0) return { did: [] }
    const statements = dialect.split(build(await state(folder, snapshot), dialect))
    if (statements.length === 0) return { did: [] }
    const separator = first.breakpoints ? '\n--> statement-breakpoint\n' : '\n'
    await bench.write(sqlPath(folder.layout, first.tag), statements.map(({ text }) => `${text};`).join(separator))
    return { did: [`${first.tag} makes what its snapshot says: ${counted(statements.length, 'statement')}`] }
  },
}
