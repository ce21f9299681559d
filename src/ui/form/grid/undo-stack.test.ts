/** Every step back can be taken forth again, until something new is done. */
import { expect, test } from 'vitest'
import { emptyStack, redone, remembered, undone } from './undo-stack.ts'

test('back and forth', () => {
  const two = remembered(remembered(emptyStack<string>(), 'a'), 'b')
  const back = undone(two, 'c')
  expect(back?.state).toBe('b')
  const further = undone(back!.stack, 'b')
  expect(further?.state).toBe('a')
  expect(undone(further!.stack, 'a')).toBeNull()
  const forth = redone(further!.stack, 'a')
  expect(forth?.state).toBe('b')
  expect(redone(forth!.stack, 'b')?.state).toBe('c')
})

test('something new forgets what was undone; old steps fall out', () => {
  const back = undone(remembered(emptyStack<number>(), 1), 2)
  expect(redone(remembered(back!.stack, 1), 3)).toBeNull()
  const many = Array.from({ length: 300 }, (_, step) => step)
  const stack = many.reduce(remembered, emptyStack<number>())
  expect(stack.past).toHaveLength(100)
  expect(stack.past.at(-1)).toBe(299)
})
