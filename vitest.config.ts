import { defineConfig } from 'vitest/config'
import { caseCount } from './tests/harness/case-count.ts'

const shared = {
  // Each worker loads the sources once, not once a file.
  isolate: false,
  pool: 'forks' as const,
  // An embedded Postgres starts in half a second, but not on a machine that is busy with something else.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
  execArgv: [
    '--import',
    new URL('tests/harness/typescript.js', import.meta.url).href,
    // Else V8 compiles the 9 MB of the embedded Postgres again in the background, on both cores.
    '--liftoff-only',
  ],
  // Evaluated schema files are imported by Node itself, as they are outside of tests.
  server: { deps: { external: [/bundle\.mjs/] } },
}

/** Besides the server that `npm ci` installs, the live tests run on those that `npm run test:live -- --majors 14,18` names. */
const majors = process.env.SLUICE_MAJORS?.split(',') ?? []

const slow = 'tests/**/*.slow.test.ts'

const live = {
  plugins: [caseCount],
  test: { ...shared, name: 'live', include: ['tests/live/**/*.test.ts'], exclude: [slow] },
}

/**
 * `main` needs nothing but Node, `live` starts real Postgres servers, and `slow`, which has a script of its own, is whole
 * commands in every combination, and what is tried again and again.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        plugins: [caseCount],
        test: { ...shared, name: 'main', include: ['tests/**/*.test.ts'], exclude: ['tests/live/**', slow] },
      },
      { test: { ...shared, name: 'slow', include: [slow] } },
      ...(majors.length === 0
        ? [live]
        : majors.map((major) => ({
            ...live,
            test: { ...live.test, name: `live ${major}`, env: { SLUICE_POSTGRES: major } },
          }))),
    ],
  },
})
