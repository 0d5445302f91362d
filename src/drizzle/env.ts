import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { SluiceError } from '../errors.ts'

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string>>

/**
 * Reads env files; a later file wins over an earlier one. Without `files`: `.env`, then `.env.local`, each where it exists.
 * @throws SluiceError `ENV_FILE_NOT_FOUND` when a file that was asked for does not exist.
 */
export async function readEnvFiles(root: string, files?: readonly string[]): Promise<Environment> {
  const texts = files
    ? files.map((file) => readFile(resolve(root, file), 'utf8').catch(missing(file)))
    : ['.env', '.env.local'].map((file) => readFile(resolve(root, file), 'utf8').catch(() => ''))
  return Object.assign({}, ...(await Promise.all(texts)).map(parseEnv))
}

/**
 * Runs with variables that `process.env` does not hold yet, and takes them away again: a config and schema files read
 * them while they are evaluated. What the shell has set wins. Two runs at once in one process would see each other's.
 */
export async function withEnvironment<T>(variables: Environment, run: () => Promise<T>): Promise<T> {
  const added = Object.keys(variables).filter((name) => !(name in process.env))
  for (const name of added) process.env[name] = variables[name]
  try {
    return await run()
  } finally {
    for (const name of added) if (process.env[name] === variables[name]) delete process.env[name]
  }
}

const missing = (file: string) => (cause: unknown) => {
  throw new SluiceError('ENV_FILE_NOT_FOUND', { file }, { cause })
}
