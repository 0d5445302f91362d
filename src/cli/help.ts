import type { Command, Option, Options } from '../commands/command.ts'
import { kebab } from './parse.ts'

/** Options that belong to the command line, whatever the command. */
export const everywhere = {
  cwd: { type: 'text', value: 'folder', about: 'run as if started in this folder' },
  json: { type: 'flag', about: 'print one JSON document' },
  help: { type: 'flag', about: 'show this help' },
} as const satisfies Options

/** What `sluice` alone prints. */
export function overview(commands: readonly Command[]): string {
  return [
    'Migrations for Drizzle schemas: generated, proven, applied.',
    '',
    'Usage: sluice <command> [options]',
    '',
    ...table(commands.map(({ name, summary }) => [name, summary])),
    '',
    'sluice <command> --help shows the options of a command, sluice --version the version.',
  ].join('\n')
}

/** What `sluice <command> --help` prints. */
export function commandHelp({ name, summary, options }: Command): string {
  const all = Object.entries({ ...options, ...everywhere } as Options)
  const words = all.find(([, { type }]) => type === 'words')
  return [
    summary,
    '',
    `Usage: sluice ${name}${words ? ` [${kebab(words[0])}…]` : ''} [options]`,
    '',
    ...table(all.map(([option, spec]) => [spelled(option, spec), about(spec)])),
  ].join('\n')
}

function spelled(name: string, option: Option): string {
  const flag = kebab(name)
  if (option.type === 'words') return `${flag}…`
  if (option.type === 'switch') return `--no-${flag}`
  return 'value' in option ? `--${flag} <${option.value}>` : `--${flag}`
}

function about(option: Option): string {
  if (option.type === 'list') return `${option.about}; may be given more than once`
  return option.type === 'text' && option.oneOf ? `${option.about}: ${option.oneOf.join(', ')}` : option.about
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
