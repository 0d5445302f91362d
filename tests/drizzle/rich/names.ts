import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgPolicy,
  pgSchema,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'

/** Dots, quotes, backslashes, spaces, letters beyond ASCII, reserved words, and names of Object.prototype (not __proto__: drizzle-kit stops on it). */
export const odd = pgSchema('o.d\\d')
export const select = odd.enum('se"lect', ['a.b', 'ä"ö', "x'y", 'back\\slash'])
export const brackets = pgEnum('brackets[]', ['x'])

export const parent = odd.table('pa.rent', { id: integer('i.d'), other: integer('größe') }, (t) => [
  primaryKey({ name: 'pk."q"', columns: [t.id, t.other] }),
])

export const child = odd.table(
  'constructor',
  {
    order: integer('order'),
    dotted: text('a.b.c'),
    proto: integer('toString'),
    quoted: text('say "hi"').default('back\\slash'),
    picked: select('select').default('ä"ö'),
    several: select().array(),
    odd: brackets(),
  },
  (t) => [
    foreignKey({ name: 'f.k "1"', columns: [t.order, t.proto], foreignColumns: [parent.id, parent.other] }),
    unique('u.ni"que').on(t.dotted),
    index('ìndex.x').on(t.quoted),
    check('ch"e.ck', sql`${t.dotted} <> ''`),
    pgPolicy('pol.icy "p"', { to: ['ro.le', 'Rolle "x"'], using: sql`true` }),
  ],
)
