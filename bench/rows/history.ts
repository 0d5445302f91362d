import { lengthen } from '../migrations.ts'
import { kit, makeUnchanged, sluice } from '../tools.ts'
import type { Bench, Row } from './row.ts'

/** `generate` after a long history. */
export async function* history({ home, newKit }: Bench): AsyncGenerator<Row> {
  const contestants = []
  for (const tool of [sluice, kit, ...(newKit ? [newKit] : [])]) {
    const project = await makeUnchanged(home, tool, 100)
    lengthen(project.out, 1_000, tool.layout)
    contestants.push(project.contestant(['generate']))
  }
  yield {
    name: 'generate, no change, 1,001 migrations of 100 tables',
    contestants,
    budget: { ms: 400 },
    reference: { of: kit.name, ms: 16_200 },
  }
}
