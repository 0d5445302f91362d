import { join } from 'node:path'
import type { Row } from './row.ts'

const script = join(import.meta.dirname, '..', 'plan.ts')
const typescript = join(import.meta.dirname, '..', '..', 'tests', 'harness', 'typescript.js')

/** Comparing two states that are in memory and planning the way, in a process that has done nothing else before. */
export async function* plan(): AsyncGenerator<Row> {
  for (const change of ['column', 'new'])
    for (const tables of [1_000, 3_000, 10_000])
      yield {
        name: `diff and plan, ${change === 'new' ? 'all of' : 'one new column in'} ${tables.toLocaleString('en')} tables`,
        contestants: [
          {
            name: 'sluice',
            program: process.execPath,
            args: ['--import', typescript, script, String(tables), change],
            inner: { of: 'diff and plan, CPU', read: Number, tables },
          },
        ],
        // In proportion to the tables: what grows faster is over.
        budget: { innerMs: (change === 'new' ? 1_000 : 150) * (tables / 1_000) },
      }
}
