import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inOrder } from '../../src/commands/in-order.ts'

async function taken<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = []
  for await (const result of inOrder(tasks.map((task) => async () => task))) results.push(result)
  return results
}

test('results come in the order of their tasks, whichever is done first', async () => {
  const tasks = [30, 0, 20, 10, 0].map((ms, i) => () => sleep(ms, i))

  expect(await taken(tasks)).toEqual([0, 1, 2, 3, 4])
})

test('no more run at a time than may', async () => {
  let running = 0
  const most: number[] = []
  const task = async () => {
    most.push(++running)
    await sleep(5)
    running -= 1
  }
  const tasks = Array.from({ length: 4 }, () => async () => task)
  for await (const _ of inOrder(tasks, 1)) expect(running).toBe(0)

  expect(most).toEqual([1, 1, 1, 1])
})

test('what fails is thrown in its turn, once all that runs has ended', async () => {
  const ended: number[] = []
  const later = async (i: number) => ended.push(await sleep(20, i))
  const results = inOrder([
    async () => () => later(0),
    async () => async () => {
      throw new Error('the second')
    },
    async () => () => later(2),
  ])

  await results.next()
  await expect(results.next()).rejects.toThrow('the second')
  expect(ended).toEqual(expect.arrayContaining([0]))
  const begun = ended.length
  await sleep(40)
  expect(ended).toHaveLength(begun)
})
