import { keyOf } from '../../schema/object.ts'
import { comment, isCommentable } from '../comment.ts'
import { type Address, first, source } from './source.ts'

interface CommentRow {
  readonly at: Address
  readonly on: Address
  readonly text: string
}

/** Of `public` initdb says something that nobody asked for. */
export const comments = source<CommentRow>({
  query: () => `
    select 'pg_description ' || c.classoid::oid || '.' || c.objoid || '.' || c.objsubid as at,
      c.classoid::regclass || ' ' || c.objoid || case when c.objsubid > 0 then '.' || c.objsubid else '' end as on,
      c.description as text
    from pg_description c
    where (c.objoid >= ${first} or c.classoid = 'pg_namespace'::regclass and c.objoid = 2200)
      and (c.classoid <> 'pg_namespace'::regclass or c.description <> 'standard public schema')
    union all
    select 'pg_shdescription ' || objoid, 'pg_authid ' || objoid, description
    from pg_shdescription where classoid = 'pg_authid'::regclass and objoid >= ${first}`,
  find: (rows, catalog) =>
    rows.flatMap(({ at, on, text }) => {
      const target = catalog.at(on)
      if (!target || !isCommentable(target.kind)) return []
      const id = { ...target.id, of: target.kind }
      return [{ object: comment.make(id, { text }, keyOf(target)), more: [], at }]
    }),
})
