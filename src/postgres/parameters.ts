import { canonical } from '../schema/hash.ts'
import type { Pair } from '../schema/object.ts'

/** Storage parameters as they were declared: `{ m: 16 }` and `{ m: '16' }` are the same to a database. */
export type Parameters = Readonly<Record<string, string | number | boolean>>

export const sameParameters = (from: Parameters, to: Parameters): boolean =>
  canonical(texted(from)) === canonical(texted(to))

const texted = (parameters: Parameters) =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]))

/** What stands between the parentheses of WITH and SET. */
export const parameterList = (parameters: Parameters): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')

/** What ALTER says to lead from one to the other: `SET (…)`, `RESET (…)`. */
export function parameterChanges({ from, to }: Pair<Parameters>): readonly string[] {
  const set = parameterList(parametersBeside(to, from))
  const gone = Object.keys(from).filter((name) => !(name in to))
  return [...(set ? [`SET (${set})`] : []), ...(gone.length > 0 ? [`RESET (${gone.join(', ')})`] : [])]
}

/** The parameters that one state has and the other has not, or not so. */
export const parametersBeside = (parameters: Parameters, other: Parameters): Parameters =>
  Object.fromEntries(Object.entries(parameters).filter(([name, value]) => String(other[name]) !== String(value)))
