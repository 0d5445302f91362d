import { enumKey, enumType } from '../../postgres/enum.ts'
import { literal } from '../../postgres/sql/quote.ts'
import { acts, named, strings } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE TYPE "mood" AS ENUM ('good', 'bad');`

/** Postgres cannot take a value away: the type is dropped and made again. */
export const enumValueRemoved: Rule = {
  id: 'enum-value-removed',
  area: 'loss',
  level: 'warn',
  agreeable: true,
  why: 'Rows that hold the value stop the migration, or have to become something else, and code that still writes it fails.',
  fix: 'Let the code stop writing the value first, update the rows that hold it, and then make the type anew.',
  bad: { before, migration: `DROP TYPE "mood";\nCREATE TYPE "mood" AS ENUM ('good');` },
  good: { before, migration: `DROP TYPE "mood";\nCREATE TYPE "mood" AS ENUM ('good', 'bad', 'mixed');` },
  check: (statement) =>
    acts(statement, 'CreateEnumStmt').flatMap(({ node, act }) => {
      const parts = strings(node.typeName)
      const type = named(parts.at(-2), parts.at(-1))
      const standing = statement.migration.before?.get(enumKey(type.schema, type.name))
      const values = strings(node.vals)
      const gone = enumType.is(standing) ? standing.attrs.values.filter((value) => !values.includes(value)) : []
      if (gone.length === 0) return []
      return [
        {
          message: `${type.sql} is made again without ${gone.map(literal).join(', ')}`,
          fix: `-- for each column of the type, before it is made again:\nUPDATE <table> SET <column> = <another value> WHERE <column> IN (${gone.map(literal).join(', ')});`,
          offset: act.offset,
        },
      ]
    }),
}
