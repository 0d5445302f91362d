import { ident } from '../../postgres/quote.ts'
import { alters, at, newColumns, only, script, strings } from '../acts.ts'
import type { NodeOf } from '../parse.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "events" ("id" bigint PRIMARY KEY);'

export const jsonInsteadOfJsonb: Rule = {
  id: 'json-instead-of-jsonb',
  area: 'design',
  level: 'info',
  why: 'json keeps the text as it was written and parses it with every access. It has no equality, so SELECT DISTINCT, GROUP BY and UNION fail on it, and no index can be built over it.',
  fix: 'Use jsonb, unless the exact text with its white space and doubled keys must be kept.',
  bad: { before, migration: 'ALTER TABLE "events" ADD COLUMN "data" json;' },
  good: { before, migration: 'ALTER TABLE "events" ADD COLUMN "data" jsonb;' },
  check: (statement) =>
    [
      ...newColumns(statement).map(({ table, column, act }) => ({
        table,
        name: column.colname,
        type: column.typeName,
        act,
      })),
      ...alters(statement, 'AT_AlterColumnType').map(({ table, command, act }) => ({
        table,
        name: command.name,
        type: only(command.def, 'ColumnDef')?.typeName,
        act,
      })),
    ].flatMap(({ table, name = '', type, act }) =>
      isJson(type)
        ? [
            {
              message: `the column ${table.sql}.${ident(name)} is json, which no index and no comparison takes`,
              fix: script(
                `ALTER TABLE ${table.sql} ALTER COLUMN ${ident(name)} TYPE jsonb USING ${ident(name)}::jsonb`,
              ),
              offset: at(act, type?.location),
            },
          ]
        : [],
    ),
}

const isJson = (type: NodeOf<'TypeName'> | undefined): boolean => strings(type?.names).at(-1) === 'json'
