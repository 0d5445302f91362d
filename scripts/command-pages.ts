import { commands } from '../src/cli/commands.ts'
import { commandHelp } from '../src/cli/help.ts'
import type { Command } from '../src/commands/command.ts'

const all = await Promise.all(Object.values(commands).map((load) => load()))

/** The page of each command, by its path in the repository. */
export const commandPages = (): readonly (readonly [path: string, text: string])[] =>
  all.map((command) => [`docs/commands/${command.name}.md`, commandPage(command)])

function commandPage(command: Command): string {
  const keys = Object.entries<string>(command.result).map(([key, about]) => `| \`${key}\` | ${about} |`)
  return `# sluice ${command.name}

Made from \`src/commands/${command.name}.ts\` by \`npm run docs\`.

\`\`\`text
${commandHelp(command)}
\`\`\`

## With --json

One document on stdout; everything else is on stderr. \`ok\` is true where the exit status is 0; else \`error\` holds
\`{ code, message, hint, details }\`, with the codes of [errors.md](../errors.md), and the keys below stand there as far as
the command came.

| key | |
|---|---|
| \`command\` | \`"${command.name}"\` |
| \`ok\` | true or false |
${keys.join('\n')}
`
}
