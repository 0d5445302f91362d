import type { Report } from './report.ts'

const words = { error: 'error', warn: 'warning', info: 'notice' } as const

/** Workflow commands of GitHub Actions, which show each finding at its line. */
export const asGithub = ({ findings }: Report): string =>
  findings
    .map(({ rule, level, file, line, column, message, why, fix }) => {
      const place = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`
      return `::${words[level]} ${place}::${data(`${message}\n${why}\n${fix}`)}`
    })
    .join('\n')

/** As @actions/core writes them. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
