import { acts, all, only, script, sizeOf, stands, type TableName, tableOf } from '../acts.ts'
import type { Act } from '../parse.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'

/** Both write the table anew under ACCESS EXCLUSIVE (manual, VACUUM and CLUSTER). */
export const vacuumFull: Rule = {
  id: 'vacuum-full',
  area: 'locks',
  level: 'error',
  why: 'VACUUM FULL and CLUSTER write the whole table and its indexes anew under an ACCESS EXCLUSIVE lock: nobody reads or writes it meanwhile.',
  fix: 'Plain VACUUM makes the room usable again while others work. Where it must go back to the disk, pg_repack does so without the lock.',
  bad: { before, migration: 'VACUUM FULL "users";' },
  good: { before, migration: 'VACUUM "users";' },
  check: (statement) =>
    [
      ...acts(statement, 'VacuumStmt').flatMap(({ node, act }): readonly Anew[] => {
        const full = all(node.options, 'DefElem').some(({ defname, arg }) => defname === 'full' && !isOff(arg))
        if (!full) return []
        const tables = all(node.rels, 'VacuumRelation').map(({ relation }) => tableOf(relation))
        return tables.length > 0 ? tables.map((table) => ({ table, act })) : [{ table: null, act }]
      }),
      ...acts(statement, 'ClusterStmt').map(
        ({ node, act }): Anew => ({
          table: node.relation ? tableOf(node.relation) : null,
          act,
        }),
      ),
    ].flatMap(({ table, act }) =>
      table && !stands(statement, table)
        ? []
        : [
            {
              message: `${table ? `${table.sql}${sizeOf(statement, table)} is` : 'every table is'} written anew, and nobody reads or writes it meanwhile`,
              fix: script(`VACUUM${table ? ` ${table.sql}` : ''}`),
              offset: act.offset,
            },
          ],
    ),
}

interface Anew {
  /** Null: all tables. */
  readonly table: TableName | null
  readonly act: Act
}

const isOff = (node: Parameters<typeof only>[0]): boolean =>
  /^(?:false|off|0)$/i.test(only(node, 'String')?.sval ?? '') || only(node, 'Boolean')?.boolval === false
