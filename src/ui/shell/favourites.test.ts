/** A favourite is a page: kept once, behind the others, and taken out again. */
import { expect, test } from 'vitest'
import { toggled } from './favourites.ts'

const page = (href: string) => ({ href, title: href, icon: 'list' })

test('a page is kept behind the others, and taken out by its address', () => {
  const one = toggled([], page('/list/order'))
  const two = toggled(one, page('/list/order?tab=Mine'))
  expect(two.map(({ href }) => href)).toEqual(['/list/order', '/list/order?tab=Mine'])
  expect(toggled(two, { ...page('/list/order'), title: 'Renamed' })).toEqual([
    page('/list/order?tab=Mine'),
  ])
})
