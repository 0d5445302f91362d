import { parseArgs } from 'node:util'
import type { Option, Options } from '../commands/command.ts'
import { SluiceError } from '../errors.ts'
import { nearest } from './nearest.ts'

/** What the user typed after the command's name. */
export type Values = Readonly<Record<string, boolean | string | readonly string[]>>

/**
 * Reads the options of a command. An option that the command does not have is an error, and never a word.
 * @throws SluiceError `OPTION_UNKNOWN`, `OPTION_INVALID`, `ARGUMENT_UNEXPECTED`
 */
export function parse(command: string, args: readonly string[], options: Options): Values {
  const names = Object.keys(options)
  const byFlag = new Map(names.map((name) => [kebab(name), name]))
  const words = names.find((name) => options[name]!.type === 'words')
  const flags = [...byFlag].filter(([, name]) => name !== words)
  const config = Object.fromEntries(flags.map(([flag, name]) => [flag, form(options[name]!)]))
  const { tokens } = parseArgs({ args: [...args], options: config, strict: false, tokens: true })
  const values: Record<string, boolean | string | string[]> = {}
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      if (words === undefined) throw new SluiceError('ARGUMENT_UNEXPECTED', { argument: token.value, command })
      add(values, words, token.value)
      continue
    }
    const negative = token.rawName.startsWith('--no-') && !byFlag.has(token.name)
    const flag = negative ? token.rawName.slice('--no-'.length) : token.name
    const name = byFlag.get(flag)
    if (name === undefined || name === words) throw unknown(command, token.rawName, options)
    const option = options[name]!
    if (negative && option.type !== 'switch') throw unknown(command, token.rawName, options)
    if (!('value' in option)) values[name] = truth(token, option, negative)
    else if (token.value === undefined || (!token.inlineValue && /^--?[a-z]/.test(token.value)))
      throw invalid(flag, `it takes a value: <${option.value}>`)
    else if (token.value.trim() === '') throw invalid(flag, 'it is empty; is the variable set that it comes from?')
    else if (option.type === 'list') add(values, name, token.value)
    else if (name in values) throw invalid(flag, 'it is given twice')
    else values[name] = oneOf(flag, token.value, option)
  }
  return values
}

/** `allowLoss` as it is typed: `allow-loss`. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const form = (option: Option) => ({ type: 'value' in option ? ('string' as const) : ('boolean' as const) })

function add(values: Record<string, boolean | string | string[]>, name: string, value: string): void {
  const list = values[name]
  values[name] = Array.isArray(list) ? [...list, value] : [value]
}

/** `--breakpoints=false` is drizzle-kit's way. */
function truth(
  { name, value }: { name: string; value?: string | undefined },
  { type }: Option,
  negative: boolean,
): boolean {
  if (value === undefined) return !negative
  if (type === 'switch' && !negative && (value === 'true' || value === 'false')) return value === 'true'
  throw invalid(name, `it takes no value, but was given ${value}`)
}

function oneOf(flag: string, value: string, option: Option): string {
  if (option.type === 'text' && option.oneOf && !option.oneOf.includes(value))
    throw invalid(flag, `${JSON.stringify(value)} is none of ${option.oneOf.join(', ')}`)
  return value
}

const invalid = (flag: string, problem: string) => new SluiceError('OPTION_INVALID', { option: `--${flag}`, problem })

function unknown(command: string, option: string, options: Options): SluiceError {
  const known = Object.entries(options).flatMap(([name, { type }]) => {
    if (type === 'words') return []
    return type === 'switch' ? [`--${kebab(name)}`, `--no-${kebab(name)}`] : [`--${kebab(name)}`]
  })
  return new SluiceError('OPTION_UNKNOWN', { command, option, meant: nearest(option, known) })
}
