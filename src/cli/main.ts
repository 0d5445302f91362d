import type { Command } from '../commands/command.ts'
import { toSluiceError } from '../commands/failure.ts'
import { withGrant } from '../commands/missing-right.ts'
import { SluiceError } from '../errors.ts'
import { commands } from './commands.ts'
import { errorJson, errorText } from './error-text.ts'
import { commandHelp, everywhere, overview } from './help.ts'
import { nearest } from './nearest.ts'
import { kebab, parse } from './parse.ts'
import { runCommand } from './run-command.ts'
import { colors, type Terminal } from './terminal.ts'
import { version } from './version.ts'

/** Runs the command line once. Resolves with the exit status; never throws. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args
  try {
    return await run(name, rest, terminal)
  } catch (thrown) {
    const error = toSluiceError(withGrant(thrown), terminal.signal)
    if (await asksForJson(name, args))
      print(terminal, JSON.stringify({ command: name ?? null, ok: false, error: errorJson(error) }, null, 2))
    else terminal.stderr.write(`${errorText(error, colors(terminal.stderr, terminal.env))}\n`)
    return error.exit
  }
}

async function run(name: string | undefined, args: readonly string[], terminal: Terminal): Promise<number> {
  if (name === '--version' || name === '-v') return print(terminal, version())
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const all = await Promise.all(Object.values(commands).map((load) => load()))
    return print(terminal, overview(all))
  }
  const command = await find(name)
  if (args.includes('--help') || args.includes('-h')) return print(terminal, commandHelp(command))
  const { cwd, json, help: _, ...input } = parse(name, args, { ...command.options, ...everywhere })
  const forms = jsonForms(command).filter(({ name }) => input[name] !== undefined)
  const other = forms.find(({ name, value }) => input[name] !== value)
  if (json === true && other)
    throw new SluiceError('OPTIONS_CONFLICT', { options: ['--json', `--${kebab(other.name)} ${input[other.name]}`] })
  const isDocument = json === true || (forms.length > 0 && !other)
  return runCommand(command, input, { terminal, json: isDocument, cwd: typeof cwd === 'string' ? cwd : '.' })
}

/** The options that may ask for the document of `--json`, and with which value. */
const jsonForms = ({ options }: Command) =>
  Object.entries(options).flatMap(([name, option]) =>
    option.type === 'text' && option.asJson !== undefined ? [{ name, value: option.asJson }] : [],
  )

/** Looked up by hand: the options may be what is wrong. */
async function asksForJson(name: string | undefined, args: readonly string[]): Promise<boolean> {
  if (args.includes('--json')) return true
  if (name === undefined || !Object.hasOwn(commands, name)) return false
  const said = ` ${args.join(' ')} `
  return jsonForms(await commands[name]!()).some(({ name, value }) =>
    [' ', '='].some((between) => said.includes(` --${kebab(name)}${between}${value} `)),
  )
}

async function find(name: string): Promise<Command> {
  if (Object.hasOwn(commands, name)) return commands[name]!()
  throw new SluiceError('COMMAND_UNKNOWN', { command: name, meant: nearest(name, Object.keys(commands)) })
}

function print({ stdout }: Terminal, text: string): 0 {
  stdout.write(`${text}\n`)
  return 0
}
