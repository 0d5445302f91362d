import type { Reporter, TestModule, Vite } from 'vitest/node'

/** Says at the end of a run how many cases went there and back, whatever reporters it has besides. */
export const caseCount: Vite.Plugin = {
  name: 'sluice:case-count',
  configureVitest: ({ vitest }) => {
    const { reporters } = vitest.config
    if (!reporters.some((reporter) => reporter === counter)) reporters.push(counter)
  },
}

const counter: Reporter = {
  onTestRunEnd(modules) {
    for (const module of modules.filter(({ moduleId }) => /\bcases\.test\.ts$/.test(moduleId))) {
      const line = lineOf(module)
      if (line) console.log(line)
    }
  },
}

/** `cases: 312 of 312 there and back (live 14); left out: 2, needs Postgres 15: unique/nulls-not-distinct, …` */
function lineOf({ children, project }: TestModule): string | undefined {
  const results = [...children.allTests()]
    .filter(({ name }) => name.includes('/'))
    .map((one) => ({ one, ...one.result() }))
  const passed = results.filter(({ state }) => state === 'passed').length
  const ran = passed + results.filter(({ state }) => state === 'failed').length
  if (ran === 0) return undefined
  const leftOut = new Map<string, string[]>()
  for (const { one, ...result } of results)
    if (result.state === 'skipped' && result.note)
      leftOut.set(result.note, [...(leftOut.get(result.note) ?? []), one.name])
  const rest = Array.from(leftOut, ([why, names]) => `; left out: ${names.length}, ${why}: ${names.join(', ')}`)
  return `cases: ${passed} of ${ran} there and back (${project.name})${rest.join('')}`
}
