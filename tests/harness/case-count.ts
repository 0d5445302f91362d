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

/** `cases: 312 of 312 there and back (live 16)`, and what was left out. */
function lineOf({ children, project }: TestModule): string | undefined {
  const cases = [...children.allTests()].filter(({ name }) => name.includes('/'))
  const states = cases.map((one) => one.result())
  const count = (state: string) => states.filter((result) => result.state === state).length
  const ran = count('passed') + count('failed')
  if (ran === 0) return undefined
  return `cases: ${count('passed')} of ${ran} there and back (${project.name})`
}
