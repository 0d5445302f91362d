import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { beyondAt, ownText } from '../../src/commands/own-file.ts'
import { folderOf } from '../harness/migrations.ts'
import { project } from '../harness/project.ts'

const nothing = { answers: { rename: [], create: [] }, backfill: new Map(), manner: {} }

test('what a snapshot cannot hold is what the last migration before it said, however their names sort', async () => {
  await using made = await project({})
  const folder = { ...folderOf({ '20260101000000_a': '', '0001_b': '', '0002_c': '' }), path: made.folder }
  await mkdir(join(made.folder, 'sluice'))
  const beyond = (name: string) => ({ objects: [{ kind: 'role', id: { name }, attrs: {}, refs: [] }], attributes: [] })
  for (const tag of ['20260101000000_a', '0002_c'])
    await writeFile(join(made.folder, 'sluice', `${tag}.json`), ownText({ ...nothing, beyond: beyond(tag) })!)

  expect(await beyondAt(folder, '20260101000000_snapshot.json')).toMatchObject(beyond('20260101000000_a'))
  expect(await beyondAt(folder, '0001_snapshot.json')).toMatchObject(beyond('20260101000000_a'))
  expect(await beyondAt(folder, '0002_snapshot.json')).toMatchObject(beyond('0002_c'))
  // Of a snapshot that no migration has, only its name tells where it belongs.
  expect(await beyondAt(folder, '0003_snapshot.json')).toMatchObject(beyond('0002_c'))
})
