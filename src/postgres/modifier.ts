import type { Cast } from './casts.ts'
import type { Parsed } from './column-type.ts'

/** From fine to coarse, as an interval keeps them. */
const units = ['second', 'minute', 'hour', 'day', 'month', 'year']

/** Their brackets count the digits of a second, 6 where there are none. */
const timed = ['time', 'timetz', 'timestamp', 'timestamptz', 'interval']

/** What becomes of values, by type, where both or only the new one has something in its brackets. */
const rules: Readonly<Record<string, (a: readonly number[], b: readonly number[]) => Cast>> = {
  varchar: ([length = Number.POSITIVE_INFINITY], [limit = 0]) => ({ effect: length <= limit ? 'binary' : 'partial' }),
  varbit: ([length = Number.POSITIVE_INFINITY], [limit = 0]) => ({ effect: length <= limit ? 'binary' : 'partial' }),
  bpchar: ([length = Number.POSITIVE_INFINITY], [limit = 0]) => ({ effect: length <= limit ? 'total' : 'partial' }),
  bit: () => ({ effect: 'partial' }),
  numeric: (
    [precision = Number.POSITIVE_INFINITY, scale = precision === Number.POSITIVE_INFINITY ? precision : 0],
    [limit = 0, kept = 0],
  ) => {
    if (kept < scale) return { effect: 'partial', loses: 'digits after the decimal point' }
    if (precision - scale > limit - kept) return { effect: 'partial' }
    return { effect: kept === scale ? 'binary' : 'total' }
  },
}

/**
 * What becomes of values of one type when only its brackets change, or the fields of an interval: the server leaves a table
 * alone where that cannot matter (measured on 18). `undefined`: the server wants to be asked for it.
 */
export function modified(a: Parsed, b: Parsed): Cast | undefined {
  if (a.args.join() === b.args.join() && a.unit === b.unit) return { effect: 'binary' }
  if (a.name === 'bit' && a.args.length > 0) return undefined
  if (b.args.length === 0 && b.unit === 'second') return { effect: 'binary' }
  const cast = timed.includes(b.name)
    ? retimed(a, b)
    : (rules[b.name]?.(a.args.map(Number), b.args.map(Number)) ?? { effect: 'judged' as const })
  // The elements of an array are always looked at one by one.
  return b.array && cast.effect === 'binary' ? { effect: 'total' } : cast
}

function retimed(a: Parsed, b: Parsed): Cast {
  const coarser = units.indexOf(b.unit) > units.indexOf(a.unit)
  if (coarser) return { effect: 'total', loses: `all that is smaller than a ${b.unit}` }
  const [from, to] = [Number(a.args[0] ?? 6), Number(b.args[0] ?? 6)]
  return a.unit === 'second' && to < from ? { effect: 'total', loses: 'fractions of seconds' } : { effect: 'binary' }
}

/** Precision and scale of numbers without a fraction. */
const wholes: Readonly<Record<string, readonly string[]>> = {
  int2: ['5', '0'],
  int4: ['10', '0'],
  int8: ['19', '0'],
}

/** A new type with what the values of another one need in its brackets. */
export function carried(a: Parsed, b: Parsed): Parsed {
  if (timed.includes(b.name)) return { ...b, args: a.name === 'date' ? ['0'] : a.args, unit: 'second' }
  return { ...b, args: (b.name === 'numeric' && wholes[a.name]) || [] }
}
