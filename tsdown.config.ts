import { defineConfig } from 'tsdown'

/**
 * Everything lands flat in `dist/`, shared chunks too: code that looks for a file beside itself (the worker, the template,
 * the providers) finds it from whichever chunk it ended up in.
 */
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    bin: 'src/cli/bin.ts',
    'embed-worker': 'src/postgres/embed-worker.ts',
    template: 'src/postgres/template.ts',
  },
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  fixedExtension: false,
  dts: { entry: 'src/index.ts' },
  hooks: {
    'build:done': async ({ options }) => {
      const { buildTemplate } = await import(`${options.outDir}/template.js`)
      await buildTemplate(options.outDir)
    },
  },
})
