import { storedName } from '../../postgres/implied-name.ts'
import { lex, meaning } from '../../postgres/sql/lex.ts'
import { ident } from '../../postgres/sql/quote.ts'
import type { Rule } from '../rule.ts'
import type { Reviewed } from '../statement.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text);'
const long = 'users_that_have_not_confirmed_their_email_address_by_the_end_of_'
const create = (name: string, column = '"email"') =>
  `CREATE INDEX CONCURRENTLY IF NOT EXISTS "${name}" ON "users" (${column});`

export const nameCollision: Rule = {
  id: 'name-collision',
  area: 'correctness',
  level: 'error',
  why: 'Two names agree in their first 63 bytes, which is all that Postgres keeps: the second one fails, or with IF NOT EXISTS is not made, without a word.',
  fix: 'Choose names that differ in their first 63 bytes.',
  bad: {
    before,
    migration: `${create(`${long}week`)}\n${create(`${long}year`)}`,
    config: { rules: { 'identifier-too-long': 'off' } },
  },
  good: { before, migration: `${create('users_email_week')}\n${create('users_email_year', 'lower("email")')}` },
  check: (statement) =>
    longNames(statement.text).flatMap(({ name, offset }) => {
      const kept = storedName(name)
      const twin = earlierNames(statement.migration, statement.number).find(
        (one) => one !== name && storedName(one) === kept,
      )
      return twin === undefined
        ? []
        : [
            {
              message: `${ident(name)} and ${ident(twin)} are both kept as ${ident(kept)}`,
              fix: ident(kept.slice(0, 55)),
              offset,
            },
          ]
    }),
}

const longNames = (text: string) =>
  [...lex(text)].flatMap((token) => {
    const name = token.kind === 'word' || token.kind === 'name' ? meaning(token) : ''
    return storedName(name) === name ? [] : [{ name, offset: token.offset }]
  })

const earlierNames = ({ statements }: Reviewed, number: number): readonly string[] =>
  statements.slice(0, number - 1).flatMap(({ text }) => longNames(text).map(({ name }) => name))
