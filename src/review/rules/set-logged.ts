import { alters, sizeOf, stands } from '../acts.ts'
import type { Rule } from '../rule.ts'

/** Both directions write the table anew (manual, ALTER TABLE, SET { LOGGED | UNLOGGED }). */
export const setLogged: Rule = {
  id: 'set-logged',
  area: 'locks',
  level: 'error',
  why: 'Postgres writes the whole table and its indexes anew under an ACCESS EXCLUSIVE lock: nobody reads or writes it meanwhile. What is UNLOGGED is empty after a crash, and on every replica.',
  fix: 'Decide it when the table is made. For one that is there: make a new one, copy the rows over in batches, and let it take the place of the old one.',
  bad: { before: 'CREATE TABLE "cache" ("id" bigint PRIMARY KEY);', migration: 'ALTER TABLE "cache" SET UNLOGGED;' },
  good: { before: '', migration: 'CREATE UNLOGGED TABLE "cache" ("id" bigint PRIMARY KEY);' },
  check: (statement) =>
    alters(statement, 'AT_SetLogged', 'AT_SetUnLogged').flatMap(({ table, command, act }) =>
      stands(statement, table)
        ? [
            {
              message: `${table.sql}${sizeOf(statement, table)} is written anew to be ${command.subtype === 'AT_SetLogged' ? 'logged' : 'unlogged'}, and nobody reads or writes it meanwhile`,
              fix: '-- sluice:allow set-logged <why nobody needs the table meanwhile>',
              offset: act.offset,
            },
          ]
        : [],
    ),
}
