import { canonical } from '../schema/hash.ts'

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

/** The parameters that one state has and the other has not, or not so. */
export const parametersBeside = (parameters: Parameters, other: Parameters): Parameters =>
  Object.fromEntries(Object.entries(parameters).filter(([name, value]) => String(other[name]) !== String(value)))
