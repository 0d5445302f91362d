import { type Declaration, declaration } from './declaration.ts'
import type { SequenceOf, Target } from './target.ts'

/** What can be commented on. A part without an object of its own is named: `{ constraint: 'users_age_check', on: users }`. */
export type CommentTarget = Exclude<Target, SequenceOf>

/** Says something about an object (manual, COMMENT). */
export const pgComment = (on: CommentTarget, text: string): Declaration<'comment', CommentGiven> =>
  declaration('comment', { on, text })

export interface CommentGiven {
  readonly on: CommentTarget
  readonly text: string
}
