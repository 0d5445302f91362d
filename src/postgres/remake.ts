import type { Condition, Draft, View } from '../dialect/kind.ts'
import { type Key, key, keyOf, kindOf, nameOf, namesOf, type Obj, type Pair } from '../schema/object.ts'
import { type Column, column, columnsOf, isTyped, parked, retype } from './column.ts'
import { typeConditions, typesOf } from './column-conditions.ts'
import { parse, sqlType, type Typed } from './column-type.ts'
import { conversion, isAlike } from './conversion.ts'
import { createType } from './create-type.ts'
import { typedIn } from './domain-base.ts'
import { typeExists } from './exists.ts'
import type { Range } from './range.ts'
import { foundAside, moveParts, multirange } from './range-parts.ts'
import { basesFirst, isHeldInside, stackOn } from './remade.ts'
import { asideName, dollarQuoted, ident, sqlName } from './sql/quote.ts'
import { typeStands } from './type-stands.ts'

/**
 * What no statement changes: a new type takes the name, and the columns go over to it. What stands on it is made anew along
 * with it, and so is what leaves it: nothing holds on to the old one then. `conditions`: what must hold for the values of a
 * column that stays with the type.
 */
export function remake(
  root: Key,
  view: View,
  conditions?: (pair: Pair<Column>) => readonly Condition[],
): readonly Draft[] {
  const stack = stackOn(root, view)
  const aside = new Map(stack.map((k) => [k, asideKey(k)]))
  const { kept, left } = usersOf(stack, view)
  const casts = castsOf(stack, aside, view)
  const done = standing(stack, kept, view)
  return [
    ...stack.flatMap((k): readonly Draft[] => {
      const name = nameOf(aside.get(k)!)
      const type = {
        sql: `ALTER ${wordOf(k)} ${sqlName(k)} RENAME TO ${ident(name)}`,
        lock: 'none',
        unless: done ?? typeExists(namesOf(k)[0]!, name),
      } as const
      const old = view.from.get(k)
      return old?.kind === 'range'
        ? [type, ...(view.options.guards ? [foundAside(aside.get(k)!)] : partsAside(old as Obj as Range, aside))]
        : [type]
    }),
    ...basesFirst(stack, view.to).map((k) => ({
      ...createType(view.to.get(k)!, view),
      absorbs: k === root ? [] : [k],
    })),
    ...casts.flatMap(({ made }) => made),
    ...kept.map((pair): Draft => {
      const was = { ...pair.from, attrs: { ...pair.from.attrs, of: aside.get(pair.from.attrs.of!)! } }
      const typed = typesOf(pair, view)
      return {
        ...retype({ from: was, to: pair.to }, { from: movedAside(typed.from, aside), to: typed.to }, view.to),
        conditions: conditions && pair.to.attrs.of === root ? conditions(pair) : typeConditions(pair, view),
      }
    }),
    ...left.map((one) => park(one, view)),
    ...casts.toReversed().flatMap(({ gone }) => gone),
    ...stack.toReversed().map((k): Draft => ({ sql: `DROP ${wordOf(k)} ${sqlName(aside.get(k)!)}`, lock: 'none' })),
  ]
}

/**
 * A condition in SQL: all of it is made anew already. Undefined where nothing of it can tell; then it does no harm to make it
 * anew once more.
 */
function standing(stack: readonly Key[], kept: readonly Pair<Column>[], view: View): string | undefined {
  const types = stack.map((k) => typeStands({ from: view.from.get(k)!, to: view.to.get(k)! }))
  const columns = kept.map(({ from, to }) =>
    parse(from.attrs).array === parse(to.attrs).array ? undefined : isTyped(to, view.to),
  )
  return [...types, ...columns].filter((one) => one !== undefined).join(' AND ') || undefined
}

/** What a range type brings makes room along with it. */
function partsAside(range: Range, aside: ReadonlyMap<Key, Key>): readonly Draft[] {
  const to = {
    ...range,
    id: { ...range.id, name: asideName(range.id.name) },
    attrs: { ...range.attrs, multirange: asideName(multirange(range)) },
  }
  return moveParts({ from: range, to }, sqlType(movedAside(range.attrs, aside), true))
}

const wordOf = (k: Key): string => (kindOf(k) === 'domain' ? 'DOMAIN' : 'TYPE')

const asideKey = (k: Key): Key => key(kindOf(k), ...namesOf(k).slice(0, -1), asideName(nameOf(k)))

/** A type as it is called once those that are made anew have made room. */
const movedAside = ({ of, domain, row, ...typed }: Typed, aside: ReadonlyMap<Key, Key>): Typed => ({
  ...typed,
  of: of && (aside.get(of) ?? of),
  ...(domain && { domain: { ...domain, ground: movedAside(domain.ground, aside) } }),
  ...(row && { row: row.map((one) => ({ name: one.name, typed: movedAside(one.typed, aside) })) }),
})

/**
 * Casts from the old composite types to the new, where their attributes are not the same in the same order: Postgres uses
 * them for the elements of lists, which no expression of ALTER COLUMN reaches.
 */
function castsOf(stack: readonly Key[], aside: ReadonlyMap<Key, Key>, view: View) {
  const pairs = stack
    .filter((k) => kindOf(k) === 'composite')
    .map((k) => {
      const of = { type: '', of: k }
      return { key: k, from: movedAside(typedIn(of, view.from), aside), to: typedIn(of, view.to) }
    })
  if (pairs.every(({ key, ...pair }) => isAlike(pair) || !isHeldInside(key, view.from))) return []
  return pairs.map(({ key, ...pair }) => {
    const [old, target] = [sqlName(aside.get(key)!), sqlName(key)]
    const cast = `CAST (${old} AS ${target})`
    const body = dollarQuoted(`SELECT ${conversion(pair, '$1').using}`)
    const draft = (sql: string): Draft => ({ sql, lock: 'none' })
    const [schema, name] = namesOf(aside.get(key)!) as [string, string]
    const isGone = `NOT (${typeExists(schema, name)})`
    return {
      made: [
        {
          ...draft(`CREATE FUNCTION ${old}(${old}) RETURNS ${target} LANGUAGE sql IMMUTABLE AS ${body}`),
          unless: isGone,
        },
        { ...draft(`CREATE ${cast} WITH FUNCTION ${old}(${old})`), unless: isGone },
      ],
      gone: [draft(`DROP ${cast}`), draft(`DROP FUNCTION ${old}(${old})`)],
    }
  })
}

/** The columns of types that are made anew: those that stay with theirs, and those that leave it. */
function usersOf(stack: readonly Key[], view: View): Record<'kept' | 'left', readonly Pair<Column>[]> {
  const users = columnsOf(stack, view.from).flatMap((from) => {
    const to = view.to.get(keyOf(from))
    // A generated column is made again, without a conversion, and so is one of a table that is.
    const isMadeAgain = from.attrs.generated !== null || view.anew?.has(from.parent!)
    const converted = column.is(to) && !isMadeAgain && to.attrs.generated === null
    return converted ? [{ from, to }] : []
  })
  const stays = ({ from, to }: Pair<Column>) => to.attrs.of === from.attrs.of
  return { kept: users.filter(stays), left: users.filter((one) => !stays(one)) }
}

/** A column that leaves for another type waits as text, so that values which go do not stop it. */
function park({ from, to }: Pair<Column>, view: View): Draft {
  const waiting = { from, to: parked(from) }
  const draft = retype(waiting, typesOf(waiting, view), view.to)
  return { ...draft, unless: `${draft.unless} OR ${isTyped(to, view.to)}` }
}
