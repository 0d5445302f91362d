/** Few names, so that two states share many objects; hostile ones, so that quoting and escaping are met everywhere. */
export const schemaNames = ['public', 'Se"t.x'] as const
export const tableNames = ['users', 'Or"der', 'a.b', 'select', `naïve ${'té'.repeat(18)}`] as const
export const columnNames = ['id', 'na"me', 'Age', "x.y'", 'group', `long ${'ß'.repeat(29)}`] as const
export const enumNames = ['mood', "St 'ate"] as const
export const labels = ['sad', "o'k", 'happy', 'x"y', 'a,b'] as const
export const sequenceNames = ['numbers', 'n\'um.b"ers'] as const
export const functionNames = ['next', 'Fu"nc.t'] as const
export const domainNames = ['word', 'po.si"tive'] as const
export const compositeNames = ['place', 'Sp"ot.1'] as const
export const attributeNames = ['street', 'Nu"m.b', 'end'] as const
export const rangeNames = ['span', 'Ra\'ng"e'] as const
export const viewNames = ['latest', 'Vi"ew.1'] as const
export const materializedViewNames = ['stored', 'Ma\'t"v'] as const
export const publicationNames = ['news', 'Pu"b.l'] as const
export const roleNames = ['reader', 'Ro"le.1'] as const
