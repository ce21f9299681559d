/** Elements find their place and their name, and a table the shape of its columns. */
import { expect, test } from 'vitest'
import { drawingFrom, withChange, withElement, type Drawing } from './drawing.ts'
import { fieldElement, tableShape, type TableColumn } from './elements.ts'

const board = { height: 50, edge: 5 }
const add = (drawing: Drawing) => withElement(drawing, 0, fieldElement('total', 'Total'), board)

test('what is put on a page lies below the rest, and at the top once there is no room', () => {
  const tops = [1, 2, 3, 4, 5, 6].reduce(add, { pages: [[]] }).pages[0]
  expect(tops?.map(({ position }) => position.y)).toEqual([5, 13, 21, 29, 37, 5])
})

test('no two elements have the same name', () => {
  const twice = add(add({ pages: [[]] }))
  expect(twice.pages[0]?.map(({ name }) => name)).toEqual(['Total', 'Total 2'])
})

test('one element is changed and the others stay as they are', () => {
  const twice = add(add({ pages: [[]] }))
  const changed = withChange(twice, 'Total 2', { field: 'net' })
  expect(changed.pages[0]?.map(({ field }) => field)).toEqual(['total', 'net'])
  expect(changed.pages[0]?.[0]).toBe(twice.pages[0]?.[0])
})

test('what was kept without names gets some, and what is none is an empty page', () => {
  const { name: _, ...nameless } = fieldElement('total', 'Total')
  expect(drawingFrom({ pages: [[nameless]] }).pages[0]?.[0]?.name).toBe('1.1')
  expect([drawingFrom(null), drawingFrom({ pages: 5 })]).toEqual([{ pages: [[]] }, { pages: [[]] }])
})

test('the columns of a table fill its width, figures at the right', () => {
  const column = (path: string, isFigure: boolean): TableColumn => ({ path, label: path, isFigure })
  const shape = tableShape([column('@line', false), column('name', false), column('net', true)])
  expect(shape.headWidthPercentages).toEqual([6, 80, 14])
  expect(shape['columnStyles']).toEqual({ alignment: { 2: 'right' } })
  const figures = tableShape(Array.from({ length: 9 }, (_, at) => column(`f${at}`, true)))
  const whole = figures.headWidthPercentages?.reduce((sum, width) => sum + width, 0)
  expect(whole).toBeCloseTo(100)
})
