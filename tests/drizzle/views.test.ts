import { expect, test } from 'vitest'
import { core, load } from '../harness/load.ts'

test('a view that exists elsewhere has no query, and one that is declared has its own', async () => {
  const text = `${core}
    export const a = pgTable('a', { id: integer() })
    export const fine = [pgRole('x').existing()]
    export const known = pgRole('known').existing()
    export const there = pgView('there', { id: integer() }).existing()
    export const seen = pgView('seen').as((q) => q.select().from(a))`
  const { schema } = await load({ 'src/a.ts': text })
  const views = [...schema].filter(({ kind }) => kind === 'view')
  expect(views.map(({ id, attrs }) => [id.name, attrs.definition, attrs.columns])).toEqual([
    ['seen', 'select "id" from "a"', ['"id"']],
    ['there', null, []],
  ])
})

test('a view whose query drizzle-orm writes without the casing is told of, and one whose builder knows it is not', async () => {
  const text = `
    import { eq, sql } from 'drizzle-orm'
    import { integer, pgMaterializedView, pgTable, pgView, QueryBuilder } from 'drizzle-orm/pg-core'
    export const users = pgTable('users', { id: integer(), parentId: integer() })
    export const bare = pgView('bare').as((qb) => qb.select().from(users))
    export const inner = pgMaterializedView('inner').as((qb) => {
      const found = qb.select({ twice: sql\`\${users.parentId} * 2\`.as('twice') }).from(users).as('found')
      return qb.select().from(found)
    })
    export const cased = pgView('cased').as(new QueryBuilder({ casing: 'snake_case' }).select().from(users))
    export const alias = pgView('alias').as((qb) => qb.select({ id: sql\`\${users.id}\`.as('parentId') }).from(users))
    export const joined = pgView('joined').as((qb) =>
      qb.select({ id: users.parentId }).from(users).innerJoin(sql\`other\`, eq(users.parentId, sql\`other.id\`)))
    export const written = pgView('written', { parentId: integer() }).as(sql\`select \${users.parentId} from \${users}\`)
    export const theirs = pgView('theirs', { parentId: integer() }).existing()`
  const { warnings } = await load({ 'src/a.ts': text }, { casing: 'snake_case' })
  const warning = (view: string) =>
    `view ${view} has parentId without the casing, as drizzle-orm writes it: .as(new QueryBuilder({ casing: 'snake_case' }).select()…)`
  expect(warnings).toEqual([warning('bare'), warning('inner')])
  expect((await load({ 'src/a.ts': text })).warnings).toEqual([])
})
