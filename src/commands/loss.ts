import { SluiceError } from '../errors.ts'
import type { Context } from './context.ts'

/**
 * Lets a plan pass that loses nothing, or whose loss is wanted: by the option, or by a yes at the terminal. Nothing else
 * switches this off.
 * @throws SluiceError `LOSS_NOT_ALLOWED` with all that would be lost
 */
export async function allowLoss(losses: readonly string[], allowed: boolean, { prompt }: Context): Promise<void> {
  if (losses.length === 0 || allowed) return
  const list = losses.map((loss) => `\n  ${loss}`).join('')
  if (await prompt?.confirm(`This migration loses data:${list}\nWrite it all the same?`)) return
  throw new SluiceError('LOSS_NOT_ALLOWED', { losses })
}
