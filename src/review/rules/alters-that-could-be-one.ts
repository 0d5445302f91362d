import { lex } from '../../postgres/sql/lex.ts'
import { all, commit, only, rewritten, script, stands, tableOf } from '../acts.ts'
import { type NodeOf, offsetOf } from '../parse.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'

export const altersThatCouldBeOne: Rule = {
  id: 'alters-that-could-be-one',
  area: 'locks',
  level: 'info',
  why: 'Each statement waits anew for its strong lock on the table, and each that rewrites does so by itself; one ALTER TABLE with several commands waits once and rewrites once.',
  fix: 'Write the commands into one ALTER TABLE, with commas between them.',
  bad: {
    before,
    migration: script(
      'ALTER TABLE "users" ADD COLUMN "age" integer',
      commit,
      'ALTER TABLE "users" ADD COLUMN "city" text',
    ),
  },
  good: { before, migration: 'ALTER TABLE "users" ADD COLUMN "age" integer, ADD COLUMN "city" text;' },
  check(statement) {
    const previous = statement.migration.statements[statement.number - 2]
    const [own, other] = [alterOf(statement), previous && alterOf(previous)]
    if (!own || !other || !previous) return []
    const table = tableOf(own.relation)
    const both = rewritten(statement, table) && rewritten(previous, table)
    const apart = statement.transaction !== previous.transaction
    if (tableOf(other.relation).id !== table.id || !stands(statement, table) || !(both || apart)) return []
    return [
      {
        message: `${table.sql} is changed by two statements in a row, and ${both ? 'written anew' : 'waited for'} twice`,
        fix: script(`ALTER TABLE ${table.sql} ${commandsOf(previous, other)}, ${commandsOf(statement, own)}`),
      },
    ]
  },
}

/** What changes nothing but columns, and so can stand beside another such command. */
const plain = /^AT_(?:AddColumn|DropColumn|ColumnDefault|DropNotNull|AlterColumnType)$/

function alterOf({ acts: [act] }: Statement): NodeOf<'AlterTableStmt'> | undefined {
  const node = only(act?.node, 'AlterTableStmt')
  return node?.objtype === 'OBJECT_TABLE' &&
    all(node.cmds, 'AlterTableCmd').every(({ subtype }) => plain.test(subtype ?? ''))
    ? node
    : undefined
}

/** What stands behind the name of the table. */
function commandsOf({ text }: Statement, { relation }: NodeOf<'AlterTableStmt'>): string {
  const rest = text.slice(offsetOf(text, relation?.location))
  const [, ...tokens] = lex(rest)
  return rest.slice(tokens.find(({ kind, text }) => kind === 'word' && /^(?:add|alter|drop)$/i.test(text))!.offset)
}
