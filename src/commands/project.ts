import { type Config, loadConfig, type Overrides } from '../drizzle/config.ts'
import type { Input, Options } from './command.ts'
import type { Context } from './context.ts'

/** The options of every command that works on a project. */
export const projectOptions = {
  config: {
    type: 'text',
    value: 'file',
    about: 'the config file; by default drizzle.config.ts here or in a folder above',
  },
  // Node looks at this option too, wherever it stands, and ends with 9 where the file is not there (nodejs/node#54232).
  envFile: { type: 'list', value: 'file', about: 'read these variables instead of .env and .env.local' },
} as const satisfies Options

/** The config of the project; its warnings are the caller's to pass on. */
export const readProject = (
  { cwd }: Context,
  { config, envFile }: Input<typeof projectOptions>,
  overrides: Overrides = {},
): Promise<Config> => loadConfig({ cwd, file: config, envFiles: envFile, overrides })
