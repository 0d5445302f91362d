import type { Dialect } from '../dialect/dialect.ts'
import { Schema } from '../schema/schema.ts'
import { along } from './attach.ts'
import { attribute } from './attribute.ts'
import { readCatalog } from './catalog.ts'
import { check } from './check.ts'
import { column } from './column.ts'
import { comment } from './comment.ts'
import { composite } from './composite.ts'
import { defaultPrivilege } from './default-privilege.ts'
import { domain } from './domain.ts'
import { enumType } from './enum.ts'
import { enumValue } from './enum-value.ts'
import { exclusion } from './exclusion.ts'
import { extension } from './extension.ts'
import { foreignKey } from './foreign-key.ts'
import { routine } from './function.ts'
import { grant } from './grant.ts'
import { guarded } from './guard.ts'
import { index } from './index.ts'
import { materializedView } from './materialized-view.ts'
import { renamer } from './names.ts'
import { policy } from './policy.ts'
import { primaryKey } from './primary-key.ts'
import { publication } from './publication.ts'
import { range } from './range.ts'
import { role } from './role.ts'
import { schema } from './schema.ts'
import { sequence } from './sequence.ts'
import { sequenceOwner } from './sequence-owner.ts'
import { dotted } from './sql/quote.ts'
import { split } from './sql/split.ts'
import { table } from './table.ts'
import { trigger } from './trigger.ts'
import { unique } from './unique.ts'
import { view } from './view.ts'

/** PostgreSQL 14 to 18. */
export const postgres: Dialect = {
  name: 'postgresql',
  kinds: {
    role,
    schema,
    extension,
    enum: enumType,
    domain,
    composite,
    attribute,
    range,
    enumValue,
    sequence,
    table,
    column: along(column),
    sequenceOwner,
    primaryKey: along(primaryKey),
    unique: along(unique),
    check: along(check),
    foreignKey: along(foreignKey),
    exclusion: along(exclusion),
    index: along(index),
    policy,
    view,
    materializedView,
    grant,
    defaultPrivilege,
    comment,
    function: routine,
    trigger,
    publication,
  },
  empty: new Schema([schema.make({ name: 'public' }, {})]),
  quote: (names) => dotted(...names),
  renamer,
  guarded,
  split,
  read: readCatalog,
}
