import type { Unmodelled } from '../postgres/catalog.ts'

/** What Sluice does not watch in a database: a line a kind, with the names of its objects. */
export function unmodelledLines(unmodelled: readonly Unmodelled[]): readonly string[] {
  const kinds = [...new Set(unmodelled.map(({ kind }) => kind))]
  const width = Math.max(...kinds.map((kind) => kind.length))
  return [
    'Not watched: no declaration says this, so no migration is compared with it.',
    ...kinds.map((kind) => `  ${kind.padEnd(width)}  ${namesIn(unmodelled.filter((one) => one.kind === kind))}`),
  ]
}

/** A database of many hands has hundreds of some kinds. */
const most = 8

function namesIn(objects: readonly Unmodelled[]): string {
  const names = objects.map(({ name, what }) => (what === null ? name : `${name} (${what})`))
  const left = names.length - most
  return left > 1 ? `${names.slice(0, most).join(', ')} and ${left} more, which --json names` : names.join(', ')
}
