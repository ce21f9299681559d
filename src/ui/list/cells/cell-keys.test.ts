/** Keys in a cell that is being changed. */
import { expect, test } from 'vitest'
import { meaningOf, type Pressed } from './cell-keys.ts'

const press = (key: string, more: Partial<Pressed> = {}) =>
  meaningOf({
    key,
    withShift: false,
    withCommand: false,
    isComposing: false,
    hasList: false,
    isPicked: false,
    hasWords: false,
    isLong: false,
    ...more,
  })

test('Enter goes down, Tab goes right, with Shift the other way, Escape leaves', () => {
  expect(press('Enter')).toBe('down')
  expect(press('Enter', { withShift: true })).toBe('up')
  expect(press('Tab')).toBe('right')
  expect(press('Tab', { withShift: true })).toBe('left')
  expect(press('Escape')).toBe('leave')
  expect(press('j')).toBe('own')
})

test('the Enter of an input method belongs to the input method', () => {
  expect(press('Enter', { isComposing: true })).toBe('own')
  expect(press('Escape', { isComposing: true })).toBe('own')
})

test('an open list takes Enter; Escape closes it first where more may be picked', () => {
  expect(press('Enter', { hasList: true })).toBe('own')
  expect(press('Escape', { hasList: true })).toBe('own')
  expect(press('Escape', { hasList: true, isPicked: true })).toBe('leave')
  expect(press('Enter', { hasWords: true })).toBe('own')
})

test('several lines are broken with Shift and Enter', () => {
  expect(press('Enter', { isLong: true, withShift: true })).toBe('own')
  expect(press('Enter', { isLong: true })).toBe('down')
})
