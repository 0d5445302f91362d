/**
 * The tests that need real servers: `npm run test:live`, on several major versions with `-- --majors 14,15,16,17,18`. What
 * else is given goes to vitest.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installServer } from '../tests/harness/server-package.ts'

const args = process.argv.slice(2)
const { values, tokens } = parseArgs({ args, options: { majors: { type: 'string' } }, strict: false, tokens: true })
const own = tokens.find((token) => token.kind === 'option' && token.name === 'majors')
const rest = own?.kind === 'option' ? args.toSpliced(own.index, own.inlineValue ? 1 : 2) : args
const ready: string[] = []
for (const major of typeof values.majors === 'string' ? values.majors.split(',') : [])
  try {
    await installServer(major)
    ready.push(major)
  } catch (error) {
    console.error(`left out: Postgres ${major} could not be installed\n${(error as Error).message}`)
    process.exitCode = 1
  }
const vitest = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs')
if (values.majors === undefined || ready.length > 0) {
  const env = { ...process.env, ...(ready.length > 0 && { SLUICE_MAJORS: ready.join(',') }) }
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'live*', ...rest], {
    stdio: 'inherit',
    env,
  })
  process.exitCode ||= status ?? 1
}
