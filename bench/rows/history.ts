import { lengthen } from '../migrations.ts'
import { kit, makeUnchanged, sluice } from '../tools.ts'
import type { Bench, Row } from './row.ts'

/** `generate` and `check` after a long history. */
export async function* history({ home, newKit }: Bench): AsyncGenerator<Row> {
  const projects = []
  for (const tool of [sluice, kit, ...(newKit ? [newKit] : [])]) {
    const project = await makeUnchanged(home, tool, 100)
    lengthen(project.out, 1_000, tool.layout)
    projects.push(project)
  }
  for (const [command, name] of [
    ['generate', 'generate, no change'],
    ['check', 'check'],
  ] as const)
    yield {
      name: `${name}, 1,001 migrations of 100 tables`,
      contestants: projects.map((project) => project.contestant([command])),
      budget: { ms: 400 },
      reference: { of: kit.name, ms: 16_200 },
    }
}
