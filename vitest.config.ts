import { defineConfig } from 'vitest/config'
import { caseCount } from './tests/harness/case-count.ts'

const shared = {
  pool: 'forks' as const,
  // An embedded Postgres starts in half a second, but not on a machine that is busy with something else.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 10_000 } },
  execArgv: [
    '--import',
    new URL('tests/harness/typescript.js', import.meta.url).href,
    // Else V8 compiles the 9 MB of the embedded Postgres again in the background, on both cores.
    '--liftoff-only',
  ],
  // Evaluated schema files are imported by Node itself, as they are outside of tests.
  server: { deps: { external: [/bundle\.mjs/] } },
}

/** Two projects: `main` needs nothing but Node, `live` starts real Postgres servers. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        plugins: [caseCount],
        test: { ...shared, name: 'main', include: ['tests/**/*.test.ts'], exclude: ['tests/live/**'] },
      },
      { plugins: [caseCount], test: { ...shared, name: 'live', include: ['tests/live/**/*.test.ts'] } },
    ],
  },
})
