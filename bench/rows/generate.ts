import { rmSync } from 'node:fs'
import { forget, kit, makeProject, makeUnchanged, sluice } from '../tools.ts'
import type { Bench, Row } from './row.ts'

const sizes = [
  { tables: 10, cold: 1, warm: 0.7, kitMs: 315 },
  { tables: 100, cold: 0.9, warm: 0.7, kitMs: 450 },
  { tables: 1_000, cold: 0.8, warm: 0.5, kitMs: 1_616 },
]

/**
 * `generate` where nothing has changed: cold, with what a run left behind (warm), and the memory of the largest; and the
 * first migration of a large schema, which ours plans back and reviews besides. Its proof, the two thirds of it that are left
 * out here, is Postgres making and dropping all of it.
 */
export async function* generate({ home, newKit }: Bench): AsyncGenerator<Row> {
  for (const { tables, cold, warm, kitMs } of sizes) {
    const name = (how: string) => `generate, no change, ${tables.toLocaleString('en')} tables, ${how}`
    const ours = await makeUnchanged(home, sluice, tables)
    const theirs = await Promise.all(
      [kit, ...(newKit ? [newKit] : [])].map((tool) => makeUnchanged(home, tool, tables)),
    )
    const rivals = theirs.map((project) => project.contestant(['generate']))
    const run = ours.contestant(['generate'])
    const before = async () => {
      forget(ours)
      return {}
    }
    const runs = [{ ...run, before }, ...rivals]
    const reference = { of: kit.name, ms: kitMs }
    yield { name: name('cold'), contestants: runs, budget: { times: cold, of: kit.name }, reference }
    yield { name: name('warm'), contestants: [run, ...rivals.slice(0, 1)], budget: { times: warm, of: kit.name } }
    if (tables === 1_000) yield { name: name('memory'), contestants: runs, budget: { mb: 150 } }
  }
  const tables = 1_000
  const contestants = [sluice, kit, ...(newKit ? [newKit] : [])].map((tool) => {
    const project = makeProject(home, tool)
    project.declare(tables)
    const before = async () => {
      forget(project)
      rmSync(project.out, { recursive: true, force: true })
      return {}
    }
    return project.contestant(['generate', '--name=all', ...(tool === sluice ? ['--no-prove'] : [])], { before })
  })
  yield {
    name: `generate, all of ${tables.toLocaleString('en')} tables new, not proven`,
    contestants,
    budget: { ms: 10_000 },
  }
}
