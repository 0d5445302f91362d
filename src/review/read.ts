import type { Statement as Split } from '../dialect/connection.ts'
import { units } from '../migrate/unit.ts'
import { split } from '../postgres/sql/split.ts'
import { acts, listed, type TableName, tableKey, tableOf } from './acts.ts'
import type { NodeName, Parser } from './parse.ts'
import { pathAfter, qualify, usualPath } from './search-path.ts'
import type { Reviewed, Statement, Transaction } from './statement.ts'

/** A migration before it is read. */
export type Unread = Omit<Reviewed, 'statements'>

/** Reads a migration: cuts it into statements and transactions, and notes what it makes on its way. */
export function readMigration(unread: Unread, parse: Parser): Reviewed {
  const pieces = split(unread.sql)
  const statements: Statement[] = []
  const migration: Reviewed = { ...unread, statements }
  const transactions = new Map<Split, Transaction & { readonly statements: Statement[] }>()
  for (const { statements: inside, alone, begin, close } of units(pieces)) {
    const transaction = { statements: [], alone, written: begin !== undefined }
    for (const piece of [...(begin ? [begin] : []), ...inside, ...(close ? [close] : [])])
      transactions.set(piece, transaction)
  }
  // By the statement that makes them: a set of its own for each of 10,000 statements would be too much.
  const makers = new Map<string, number>()
  const dropped = new Set<string>()
  let path = usualPath
  for (const [i, piece] of pieces.entries()) {
    const transaction = transactions.get(piece)!
    const { text, offset, line, column, mode } = piece
    const number = i + 1
    const parsed = parse(text)
    if (transactions.get(pieces[i - 1]!) !== transaction) path = { ...path, local: null }
    qualify(parsed.acts, path, unread.before, (id) => makers.has(id))
    path = pathAfter(path, parsed.acts)
    const statement = {
      ...{ ...parsed, text, offset, line, column, mode, number, transaction, migration },
      seen: unread.sighting.seen.get(number) ?? null,
      made: { has: (name: string) => (makers.get(name) ?? number) < number },
    }
    statements.push(statement)
    transaction.statements.push(statement)
    const isNew = (table: TableName) => dropped.has(table.id) || !unread.before?.has(tableKey(table))
    for (const name of makes(statement, isNew)) if (!makers.has(name)) makers.set(name, number)
    for (const name of drops(statement)) dropped.add(name)
  }
  return migration
}

/** The tables and materialized views that a statement makes, or gives a new name to that the migration has made. */
function makes(statement: Statement, isNew: (table: TableName) => boolean): readonly string[] {
  const { made } = statement
  const created = [
    ...acts(statement, 'CreateStmt').map(({ node }) => tableOf(node.relation)),
    ...acts(statement, 'CreateTableAsStmt').map(({ node }) => tableOf(node.into?.rel)),
    ...acts(statement, 'SelectStmt').flatMap(({ node }) => (node.intoClause ? [tableOf(node.intoClause.rel)] : [])),
  ]
  const renamed = acts(statement, 'RenameStmt').flatMap(({ node }) => {
    const { id, schema } = tableOf(node.relation)
    return node.renameType === 'OBJECT_TABLE' && made.has(id) ? [`${schema}.${node.newname}`] : []
  })
  const moved = acts(statement, 'AlterObjectSchemaStmt').flatMap(({ node }) => {
    const { id, name } = tableOf(node.relation)
    return made.has(id) ? [`${node.newschema}.${name}`] : []
  })
  return [...created.filter(isNew).map(({ id }) => id), ...renamed, ...moved]
}

/** The tables whose names are free after a statement. What a DO block does may not have been done. */
function drops(statement: Statement): readonly string[] {
  const sure = <K extends NodeName>(name: K) =>
    acts(statement, name).flatMap(({ node, act }) => (act.nested ? [] : node))
  return [
    ...sure('DropStmt').flatMap(({ removeType, objects = [] }) =>
      removeType === 'OBJECT_TABLE' ? objects.map(listed) : [],
    ),
    ...sure('RenameStmt').flatMap(({ renameType, relation }) =>
      renameType === 'OBJECT_TABLE' ? tableOf(relation) : [],
    ),
    ...sure('AlterObjectSchemaStmt').flatMap(({ objectType, relation }) =>
      objectType === 'OBJECT_TABLE' ? tableOf(relation) : [],
    ),
  ].map(({ id }) => id)
}
