import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command, Input, Options } from '../commands/command.ts'
import { SluiceError } from '../errors.ts'
import { errorJson, errorText } from './error-text.ts'
import type { Values } from './parse.ts'
import { terminalPrompt } from './prompt.ts'
import { colors, isInteractive, progressLine, type Terminal } from './terminal.ts'

interface Run {
  readonly terminal: Terminal
  readonly json: boolean
  readonly cwd: string
}

/** Runs one command and prints what it says. Resolves with the exit status. */
export async function runCommand(command: Command, input: Values, { terminal, json, cwd }: Run): Promise<number> {
  const { stdout, stderr, env, signal } = terminal
  const interactive = isInteractive(terminal, json)
  const paint = colors(stderr, env)
  const progress = progressLine(stderr, interactive)
  const write = (stream: typeof stdout, line: string) => {
    progress.clear()
    stream.write(`${line}\n`)
  }
  const folder = resolve(terminal.cwd, cwd)
  if (!(await stat(folder).catch(() => undefined))?.isDirectory())
    throw new SluiceError('OPTION_INVALID', { option: '--cwd', problem: `there is no folder ${folder}` })
  try {
    const { error, ...result } = await command.run(
      {
        cwd: folder,
        signal,
        prompt: interactive ? terminalPrompt(terminal) : null,
        report: (line) => write(json ? stderr : stdout, line),
        warn: (line) => write(stderr, `${paint.yellow('warning')} ${line}`),
        progress: progress.show,
      },
      input as Input<Options>,
    )
    progress.clear()
    const text = json ? document(command.name, result, error) : command.text(result)
    if (text) stdout.write(`${text}\n`)
    if (error && !json) stderr.write(`${errorText(error, paint)}\n`)
    return error?.exit ?? 0
  } finally {
    progress.clear()
  }
}

const document = (name: string, result: object, error: SluiceError | undefined) =>
  JSON.stringify({ command: name, ok: !error, ...result, ...(error && { error: errorJson(error) }) }, null, 2)
