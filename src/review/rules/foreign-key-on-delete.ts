import { ident } from '../../postgres/sql/quote.ts'
import { at, clause, newConstraints, script, tableOf } from '../acts.ts'
import { partOf } from '../column-text.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE TABLE "users" ("id" bigint PRIMARY KEY);
CREATE TABLE "orders" ("id" bigint PRIMARY KEY, "user_id" bigint);
CREATE INDEX "orders_user_id_idx" ON "orders" ("user_id");`
const add =
  'ALTER TABLE "orders" ADD CONSTRAINT "orders_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id")'
const config = { onDelete: 'cascade' } as const

const actions: Readonly<Record<string, string>> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
}
const stated = /\bON\s+DELETE\s+(?:NO\s+ACTION|RESTRICT|CASCADE|SET\s+(?:NULL|DEFAULT)(?:\s*\([^)]*\))?)/i
const name = String.raw`(?:"(?:[^"]|"")*"|[\w$]+)`
const target = new RegExp(String.raw`\bREFERENCES\s+${name}(?:\s*\.\s*${name})?(?:\s*\([^)]*\))?`, 'i')

/** Silent until a project says in its config what it wants. What says nothing means NO ACTION (manual 5.5.5). */
export const foreignKeyOnDelete: Rule = {
  id: 'foreign-key-on-delete',
  area: 'design',
  level: 'warn',
  why: 'What becomes of rows whose parent is deleted is a decision, and the project has made one. A foreign key that says nothing refuses the delete.',
  fix: 'Say ON DELETE as the project has agreed, or say where it stands why this one differs.',
  bad: { before, migration: `${add} NOT VALID;`, config },
  good: { before, migration: `${add} ON DELETE CASCADE NOT VALID;`, config },
  check(statement) {
    const wanted = statement.migration.conventions.onDelete
    if (wanted === null) return []
    return newConstraints(statement).flatMap(({ table, constraint, column, definition, act }) => {
      const { contype, fk_del_action: letter = 'a', pktable, location } = constraint
      if (contype !== 'CONSTR_FOREIGN' || actions[letter] === wanted) return []
      const text = definition ? partOf(definition, location) : clause(act, location)
      const says = stated.test(text)
      const action = `ON DELETE ${wanted.toUpperCase()}`
      const corrected = says ? text.replace(stated, action) : text.replace(target, (whole) => `${whole} ${action}`)
      const isAdded = 'AlterTableStmt' in act.node && column === null
      const of = column === null ? table.sql : `${table.sql}.${ident(column)}`
      return [
        {
          message: `the foreign key from ${of} to ${tableOf(pktable).sql} says ${says ? 'ON DELETE' : 'nothing, and so'} ${actions[letter]?.toUpperCase()}; the project has ${wanted.toUpperCase()}`,
          fix: isAdded ? script(`ALTER TABLE ${table.sql} ADD ${corrected}`) : corrected,
          offset: at(act, location),
        },
      ]
    })
  },
}
