import { kit, makeProject, sluice } from '../tools.ts'
import type { Bench, Row } from './row.ts'

export async function* start({ home, newKit }: Bench): AsyncGenerator<Row> {
  const tools = [sluice, kit, ...(newKit ? [newKit] : [])]
  yield {
    name: 'start (`--version`)',
    contestants: tools.map((tool) => makeProject(home, tool).contestant(['--version'])),
    budget: { times: 0.6, of: kit.name },
  }
}
