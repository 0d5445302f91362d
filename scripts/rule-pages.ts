import { areas, type Example, type Rule } from '../src/review/rule.ts'
import { rules } from '../src/review/rules/index.ts'

/** A page for each rule of review and one that lists them, by their paths in the repository. */
export const rulePages = (): readonly (readonly [path: string, text: string])[] => [
  ['docs/rules/README.md', overview()],
  ...rules.map((rule) => [`docs/rules/${rule.id}.md`, page(rule)] as const),
]

function overview(): string {
  const sections = Object.entries(areas).flatMap(([area, title]) => {
    const own = rules.filter((rule) => rule.area === area)
    const rows = own.map(({ id, level, why }) => `| [${id}](${id}.md) | ${level} | ${why.replaceAll('|', '\\|')} |`)
    return own.length === 0 ? [] : [`## ${title}\n\n| rule | level | why |\n|---|---|---|\n${rows.join('\n')}\n`]
  })
  return `# Rules of review

Made from \`src/review/rules/\` by \`npm run docs\`. What \`sluice review\` looks for; only errors end it with 1. Another level for
a rule, or \`off\`, stands in the config: \`review: { rules: { rename: 'info' } }\`. What is found and means no harm is silenced where it
stands: \`-- sluice:allow <rule> <reason>\`.

${sections.join('\n')}`
}

const page = ({ id, area, level, why, fix, bad, good }: Rule): string => `# ${id}

Made from \`src/review/rules/\` by \`npm run docs\`. ${areas[area]}; level: ${level}.

${why}

## Instead

${fix}

## Found

${example(bad)}

## Not found

${example(good)}
`

/** The state before, the migration, and what the config says where it matters. */
function example({ before, migration, config, postgres, files = {}, applied }: Example): string {
  const said = [
    ...(config ? [`review: ${JSON.stringify(config)}`] : []),
    ...(postgres === undefined ? [] : [`postgres: ${postgres}`]),
  ]
  return [
    ...(said.length > 0 ? [`With \`${said.join(', ')}\` in the config:`] : []),
    ...(before === '' ? [] : [`There is:\n\n${sql(before)}`, 'The migration:']),
    sql(migration),
    ...(applied === undefined ? [] : [`The database has run as that migration:\n\n${sql(applied)}`]),
    ...Object.entries(files).map(([path, text]) =>
      text === null ? `Without \`${path}\`.` : `With \`${path}\`:\n\n${fenced(text, path.split('.').at(-1)!)}`,
    ),
  ].join('\n\n')
}

const fenced = (text: string, language: string): string => `\`\`\`${language}\n${text}\n\`\`\``
const sql = (text: string): string => fenced(text, 'sql')
