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
  // Node looks at this option too, wherever it stands (nodejs/node#54232). Only `node --` before the script keeps it from
  // that, and the `env` of Alpine (busybox) knows no -S for a first line that says so.
  envFile: {
    type: 'list',
    value: 'file',
    about: 'read these variables instead of .env and .env.local (without the file, Node 20 itself ends with status 9)',
  },
} as const satisfies Options

/** The config of the project; its warnings are the caller's to pass on. */
export const readProject = (
  { cwd }: Context,
  { config, envFile }: Input<typeof projectOptions>,
  overrides: Overrides = {},
): Promise<Config> => loadConfig({ cwd, file: config, envFiles: envFile, overrides })
