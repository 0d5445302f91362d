import fc from 'fast-check'
import { type FunctionAttrs, routine } from '../../../src/postgres/function.ts'
import { identityOf } from '../../../src/postgres/function-text.ts'
import { schemaKey } from '../../../src/postgres/schema.ts'
import { dotted, ident, sqlName } from '../../../src/postgres/sql/quote.ts'
import { type TriggerAttrs, trigger } from '../../../src/postgres/trigger.ts'
import { type Key, keyOf, type Obj } from '../../../src/schema/object.ts'
import { columnNames, functionNames, schemaNames, tableNames } from './names.ts'
import { columnsOf, nameFor, part, tableNamed } from './part.ts'
import { placeOf } from './schemas.ts'

const plain: FunctionAttrs = {
  routine: 'function',
  args: [],
  defaults: [],
  returns: null,
  language: 'plpgsql',
  body: null,
  standard: null,
  volatility: 'volatile',
  strict: false,
  security: 'invoker',
  leakproof: false,
  parallel: 'unsafe',
  cost: null,
  rows: null,
  support: null,
  set: {},
}

function functionOf(schema: string, name: string, attrs: Partial<FunctionAttrs>, refs: readonly Key[] = []) {
  const all = { ...plain, ...attrs }
  return routine.make({ schema, name, args: identityOf(all.args) }, all, schemaKey(schema), refs)
}

const integer = { type: 'integer', of: null }

/** Functions of a number, for defaults. They differ in what can be changed in place, and in what cannot. */
export const someCalls = part({
  some: fc.dictionary(
    fc.constantFrom(...functionNames),
    fc.record({
      place: fc.constantFrom(...schemaNames),
      argument: fc.constantFrom('n', 'N"', null),
      returns: fc.constantFrom('integer', 'smallint'),
      body: fc.constantFrom('BEGIN RETURN 1; END', "BEGIN RETURN 2; -- it's $$\nEND"),
      volatility: fc.constantFrom('volatile', 'stable'),
      strict: fc.boolean(),
      set: fc.constantFrom({}, { search_path: '""' }, { search_path: '"$user", public', work_mem: '1MB' }),
    }),
  ),
  objects: (drawn, there) =>
    Object.entries(drawn).map(([name, { place, argument, returns, ...more }]) => {
      const args = [{ ...integer, name: argument, mode: 'in' } as const]
      return functionOf(placeOf(place, there), name, {
        ...{ args, defaults: [null], returns: { type: returns, of: null, set: false } },
        ...more,
      })
    }),
})

/** The call of a function of a number, in whatever schema it is. */
export const callNamed = (name: string, there: readonly Obj[]) => {
  const found = there.filter(routine.is).find(({ id }) => id.name === name)
  return found && `${dotted(found.id.schema, found.id.name)}(1)`
}

/** Functions that read a table, or take its rows. */
export const someReaders = part({
  some: fc.uniqueArray(
    fc.record({
      table: fc.constantFrom(...tableNames),
      form: fc.constantFrom('standard', 'string', 'rows', 'column'),
    }),
    { selector: ({ table }) => table, maxLength: 3 },
  ),
  objects: (drawn, there) =>
    drawn.flatMap(({ table, form }) => {
      const on = tableNamed(table, there)
      const first = on && columnsOf(on, there)[0]
      if (!on || !first) return []
      const [k, name] = [keyOf(on), nameFor('r', on)]
      const schema = on.id.schema!
      const returns = { type: 'bigint', of: null, set: false }
      const from = `FROM ${sqlName(k)} AS x WHERE x.${ident(first.id.name)} IS NOT NULL`
      if (form === 'rows') {
        const args = [{ type: '', of: k, name: 'one', mode: 'in' } as const]
        return functionOf(schema, name, { args, defaults: [null], returns, body: 'BEGIN RETURN 1; END' }, [k])
      }
      const query = form === 'column' ? `SELECT count(*) ${from}` : `SELECT count(*) FROM ${sqlName(k)}`
      const body = form === 'string' ? { body: query } : { standard: `BEGIN ATOMIC ${query}; END` }
      return functionOf(schema, name, { returns, language: 'sql', ...body })
    }),
})

/** Triggers, with a function for each table. */
export const someTriggers = part({
  some: fc.uniqueArray(
    fc.record({
      table: fc.constantFrom(...tableNames),
      column: fc.constantFrom(...columnNames),
      timing: fc.constantFrom('before', 'after'),
      form: fc.constantFrom('plain', 'columns', 'condition', 'constraint', 'statement'),
      enabled: fc.constantFrom('origin', 'disabled'),
      body: fc.constantFrom('BEGIN RETURN NEW; END', 'BEGIN RETURN coalesce(NEW, OLD); END'),
    }),
    { selector: ({ table }) => table, maxLength: 3 },
  ),
  objects: (drawn, there) =>
    drawn.flatMap(({ table, column, timing, form, enabled, body }) => {
      const on = tableNamed(table, there)
      const columns = on ? columnsOf(on, there).filter(({ attrs }) => attrs.generated === null) : []
      const one = columns.find(({ id }) => id.name === column)
      if (!on || (!one && (form === 'columns' || form === 'condition'))) return []
      const schema = on.id.schema!
      const called = functionOf(schema, nameFor('t', on), { returns: { type: 'trigger', of: null, set: false }, body })
      const of = form === 'columns' ? [keyOf(one!)] : []
      const attrs: TriggerAttrs = {
        timing: form === 'constraint' || form === 'statement' ? 'after' : timing,
        events: form === 'columns' ? ['update'] : ['insert', 'update'],
        columns: of,
        level: form === 'statement' ? 'statement' : 'row',
        condition: form === 'condition' ? `new.${ident(one!.id.name)} IS NOT NULL` : null,
        function: keyOf(called),
        args: form === 'plain' ? ["it's"] : [],
        oldTable: null,
        newTable: null,
        constraint: form === 'constraint' ? 'initially deferred' : null,
        enabled,
      }
      const id = { schema, table: on.id.name!, name: nameFor('tr', on) }
      return [called, trigger.make(id, attrs, keyOf(on), [...of, keyOf(called)])]
    }),
})
