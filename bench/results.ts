import { type Contestant, median, type Sample } from './measure.ts'
import type { Budget, Row } from './rows/row.ts'

/** A row that has been run. */
export interface Result {
  readonly row: Row
  readonly samples: ReadonlyMap<string, readonly Sample[]>
}

const of = (samples: readonly Sample[], what: keyof Sample) => {
  const values = samples.flatMap((sample) => sample[what] ?? [])
  return values.length > 0 ? median(values) : undefined
}

const ms = (value: number) => (value < 10_000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`)
const times = (value: number) => `${value.toFixed(2)}×`

/** `171 ms, cpu 150 ms, 75 MB` */
function cell(samples: readonly Sample[], part?: Contestant['inner']): string {
  const [wall, cpu, rss, inner] = (['wall', 'cpu', 'rss', 'inner'] as const).map((what) => of(samples, what))
  return [
    ms(wall!),
    ...(cpu === undefined ? [] : [`cpu ${ms(cpu)}`]),
    ...(rss === undefined ? [] : [`${Math.round(rss)} MB`]),
    ...(inner === undefined
      ? []
      : [
          `${part!.of} ${ms(inner)}${part!.tables === undefined ? '' : `, ${(inner / part!.tables).toFixed(2)} ms a table`}`,
        ]),
  ].join(', ')
}

/** Ours against each other column, run by run. */
function ratios({ row, samples }: Result): ReadonlyMap<string, { readonly wall: number; readonly cpu?: number }> {
  const [ours, ...rivals] = row.contestants.map(({ name }) => name)
  const first = samples.get(ours!)!
  return new Map(
    rivals.map((name) => {
      const ratio = (what: 'wall' | 'cpu') =>
        samples.get(name)!.flatMap((sample, i) => {
          const [a, b] = [first[i]![what], sample[what]]
          return a === undefined || b === undefined ? [] : [a / b]
        })
      const cpu = ratio('cpu')
      return [name, { wall: median(ratio('wall')), ...(cpu.length > 0 && { cpu: median(cpu) }) }]
    }),
  )
}

/**
 * How much slower than where the budgets were set the machine is in this run, by what the other columns take: the least of
 * it, and never faster.
 */
function pace(results: readonly Result[]): number {
  const ratios = results.flatMap(({ row: { reference }, samples }) =>
    reference && samples.has(reference.of) ? [of(samples.get(reference.of)!, 'wall')! / reference.ms] : [],
  )
  return Math.max(1, ratios.length > 0 ? Math.min(...ratios) : 1)
}

/** The budget at this pace, and whether it is met. */
function verdict(result: Result, slower: number): { readonly text: string; readonly met: boolean } {
  const budget = atPace(result.row.budget, slower)
  const ours = result.samples.get(result.row.contestants[0]!.name)!
  const isTime = 'ms' in budget || 'innerMs' in budget
  const text = budgetText(budget) + (isTime && slower > 1 ? ` (${budgetText(result.row.budget)} at full pace)` : '')
  return { text, met: isMet(budget) }

  function isMet(budget: Budget): boolean {
    if ('times' in budget) return ratios(result).get(budget.of)!.wall <= budget.times
    if ('ms' in budget) return of(ours, 'wall')! <= budget.ms
    if ('innerMs' in budget && of(ours, 'inner')! > budget.innerMs) return false
    return budget.mb === undefined || of(ours, 'rss')! <= budget.mb
  }
}

function atPace(budget: Budget, slower: number): Budget {
  if ('ms' in budget) return { ms: budget.ms * slower }
  return 'innerMs' in budget ? { ...budget, innerMs: budget.innerMs * slower } : budget
}

/** Is every budget met? */
export const areMet = (results: readonly Result[]): boolean =>
  results.every((result) => verdict(result, pace(results)).met)

function budgetText(budget: Budget): string {
  if ('times' in budget) return `${budget.times}× ${budget.of}`
  if ('ms' in budget) return ms(budget.ms)
  return [
    ...('innerMs' in budget ? [ms(budget.innerMs)] : []),
    ...(budget.mb === undefined ? [] : [`${budget.mb} MB`]),
  ].join(', ')
}

/** One line for the terminal; `results` are those by now, this one too. */
export function line(result: Result, results: readonly Result[]): string {
  const { row, samples } = result
  const against = Array.from(
    ratios(result),
    ([name, { wall, cpu }]) => `${times(wall)} ${cpu ? `(cpu ${times(cpu)}) ` : ''}${name}`,
  )
  const { text, met } = verdict(result, pace(results))
  return [
    `${met ? 'ok  ' : 'OVER'} ${row.name}: budget ${text}`,
    ...Array.from(samples, ([name, each], i) => `       ${name}: ${cell(each, row.contestants[i]!.inner)}`),
    ...(against.length > 0 ? [`       ${against.join(' · ')}`] : []),
  ].join('\n')
}

/** The page `bench/results.md`. */
export function page(results: readonly Result[], machine: string): string {
  const head = ['', 'sluice', 'rivals', 'ratio, wall (CPU)', 'budget', '']
  const rows = results.map((result) => {
    const { row, samples } = result
    const [ours, ...rivals] = row.contestants.map(({ name }) => name)
    const { text, met } = verdict(result, pace(results))
    const against = Array.from(ratios(result), ([, { wall, cpu }]) => times(wall) + (cpu ? ` (${times(cpu)})` : ''))
    return [
      row.name,
      cell(samples.get(ours!)!, row.contestants[0]!.inner),
      rivals.map((name) => `${name}: ${cell(samples.get(name)!)}`).join('<br>') || '–',
      against.join('<br>') || '–',
      text,
      met ? 'met' : '**over**',
    ]
  })
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return `# Results

Written by \`npm run bench\`. ${machine}

Every number is the median of whole processes that ran in turn after a warm-up, and a ratio the median of what each round gave.
CPU (user and system) and memory are those of the Node process itself; esbuild, which is a process of its own, counts in the wall
time. Both sides talk to one Postgres with \`fsync=off\`. Each tool works in a folder that it wrote itself. Later: push and pull.

Budgets in milliseconds were set on a machine where drizzle-kit 0.31.11 generates without a change in 315, 450 and 1,616 ms (10, 100
and 1,000 tables) and in 16.2 s (1,001 migrations). In this run it took at least ${pace(results).toFixed(2)}× of that, and so may
we; budgets in megabytes and those against another tool are what they are.

${table.join('\n')}
`
}
