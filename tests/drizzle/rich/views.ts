import { count, eq, sql } from 'drizzle-orm'
import { integer, pgEnum, pgMaterializedView, pgSchema, pgTable, pgView, text, timestamp } from 'drizzle-orm/pg-core'

const own = pgSchema('shop')
export const viewedMood = pgEnum('viewed_mood', ['good', 'bad'])

export const viewed = pgTable('viewed', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  name: text().notNull().default("o'k"),
  mood: viewedMood(),
  moods: viewedMood().array(),
  at: timestamp().defaultNow(),
  upper: text().generatedAlwaysAs(sql`upper(name)`),
  code: text().unique(),
})

export const all = pgView('all_of_it').as((qb) => qb.select().from(viewed))
export const some = pgView('some"of.it')
  .with({ securityInvoker: true, checkOption: 'local', securityBarrier: false })
  .as((qb) =>
    qb
      .select({ own: viewed.id, deep: { name: viewed.name } })
      .from(viewed)
      .where(eq(viewed.name, "it's")),
  )
export const counted = own.view('counted').as((qb) =>
  qb
    .select({ name: viewed.name, n: count(viewed.id).as('n') })
    .from(viewed)
    .groupBy(viewed.name),
)
export const star = pgView('star', { id: integer().notNull(), name: text() }).as(
  sql`select id, name from ${viewed} where ${viewed.id} > ${5}`,
)
export const onView = pgView('on_view').as((qb) => qb.select().from(counted))
export const existing = pgView('elsewhere', { id: integer() }).existing()

export const stored = pgMaterializedView('stored')
  .using('heap')
  .with({ fillfactor: 70, autovacuumEnabled: false })
  .tablespace('pg_default')
  .withNoData()
  .as((qb) => qb.select().from(counted))
export const plainStored = own.materializedView('plain', { one: integer() }).as(sql`select 1 as one`)
export const existingStored = own.materializedView('stored elsewhere', { id: integer() }).existing()
