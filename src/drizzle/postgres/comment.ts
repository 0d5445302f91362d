import { comment } from '../../postgres/comment.ts'
import { kindOf } from '../../schema/object.ts'
import type { CommentGiven } from '../declare/comment.ts'
import type { Reader } from './reader.ts'
import { idOf, type Known, targetKey } from './target.ts'

/** An empty comment is none to Postgres. */
export function readComment({ on, text }: CommentGiven, reader: Reader, known: Known) {
  if (text === '') return []
  const target = targetKey(on, reader, known)
  return [comment.make({ ...idOf(target, known), of: kindOf(target) }, { text }, target)]
}
