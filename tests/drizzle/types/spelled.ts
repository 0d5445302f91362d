import { customType, pgTable } from 'drizzle-orm/pg-core'

const custom = (type: string) => customType<{ data: unknown }>({ dataType: () => type })()

/** Types that are not SQL as they are spelled, or would be others. */
export const spelled = pgTable('spelled', {
  capitals: custom('MyType'),
  capitalList: custom('MyType').array(),
  loud: custom('CITEXT'),
  loudLength: custom('VARCHAR(5)'),
  collatedList: custom('text COLLATE "C"').array(),
})
