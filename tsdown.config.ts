import { defineConfig } from 'tsdown'
import { reachableErrors } from './scripts/reachable-errors.ts'

const shared = {
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  fixedExtension: false,
} as const

export default defineConfig([
  {
    ...shared,
    /**
     * Everything lands flat in `dist/`, shared chunks too: code that looks for a file beside itself (the worker, the template,
     * the providers) finds it from whichever chunk it ended up in.
     */
    entry: {
      index: 'src/index.ts',
      bin: 'src/cli/bin.ts',
      'embed-worker': 'src/postgres/embedded/embed-worker.ts',
      template: 'src/postgres/embedded/template.ts',
    },
    dts: { entry: 'src/index.ts' },
    hooks: {
      'build:done': async ({ options }) => {
        const { buildTemplate } = await import(`${options.outDir}/template.js`)
        await buildTemplate(options.outDir)
      },
    },
  },
  {
    ...shared,
    /** One file that shares nothing with the rest: programs bundle it. */
    entry: { migrator: 'src/migrator.ts' },
    dts: true,
    plugins: [reachableErrors()],
  },
  {
    ...shared,
    /** `sluice/postgres`, which schema files import: nothing of the rest, and the project's own drizzle-orm. */
    entry: { declare: 'src/drizzle/declare.ts' },
    dts: true,
  },
])
