import type { Remedy } from '../remedy.ts'
import { adopt, setAside } from './adopt.ts'
import { bringBack, bringBackFolder } from './bring-back.ts'
import { giveTime } from './give-time.ts'
import { relink } from './relink.ts'
import { renumber } from './renumber.ts'
import { restamp } from './restamp.ts'
import { restoreSnapshot } from './restore-snapshot.ts'
import { tagsOnce } from './tags-once.ts'
import { writeFirst } from './write-first.ts'

/** In the order in which they are applied: each counts on what those before it have mended. */
export const remedies: readonly Remedy[] = [
  tagsOnce,
  bringBack,
  bringBackFolder,
  writeFirst,
  adopt,
  restamp,
  giveTime,
  renumber,
  setAside,
  restoreSnapshot,
  relink,
]
