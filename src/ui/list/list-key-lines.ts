/** The keys of a list, as the sheet of keys explains them. */
import type { Translate } from '#ui/base/house.tsx'
import type { KeyLine } from '#ui/base/keys.tsx'
import type { ListView } from './use-list-view.ts'

function keysOfRows(t: Translate): KeyLine[] {
  return [
    { keys: ['j', '↓'], what: t('Next row') },
    { keys: ['k', '↑'], what: t('Row before') },
    { keys: ['Enter'], what: t('Open the row') },
    { keys: ['x'], what: t('Select or unselect the row') },
    { keys: ['Shift'], what: t('… with a click: select everything between') },
    { keys: ['Shift'], what: t('… with a click on a heading: sort by this column as well') },
  ]
}

function keysOfCells(t: Translate): KeyLine[] {
  return [
    { keys: ['→', '←'], what: t('Into the cells of the row, and back') },
    { keys: ['F2'], what: t('Change the cell; in a cell also Enter') },
    { keys: ['Enter', 'Tab'], what: t('… while changing: save and go down, save and go right') },
    { keys: ['Esc'], what: t('Leave the cell, then the cells') },
  ]
}

function keysOfDays(t: Translate): KeyLine[] {
  return [
    { keys: ['←', '→', '↑', '↓'], what: t('Day or week before and after') },
    { keys: ['Page ↑', 'Page ↓'], what: t('Month before and after') },
    { keys: ['t'], what: t('Today') },
    { keys: ['Enter'], what: t('Go into the day, open the record') },
    { keys: ['Space'], what: t('Lift the record, put it down on another day') },
  ]
}

function keysOfBoard(t: Translate): KeyLine[] {
  return [
    { keys: ['←', '→', '↑', '↓'], what: t('From card to card') },
    { keys: ['Enter'], what: t('Open the record') },
    { keys: ['Space'], what: t('Lift the record, put it down in another column') },
  ]
}

export function listKeyLines({ meta, state, closed }: ListView, t: Translate): KeyLine[] {
  const { shape } = state
  const own =
    shape === 'calendar' ? keysOfDays(t) : shape === 'board' ? keysOfBoard(t) : keysOfRows(t)
  return [
    ...own,
    ...(closed === undefined ? [] : keysOfCells(t)),
    { keys: ['/'], what: t('Search in this list') },
    ...(meta.may.create ? [{ keys: ['n'], what: t('New record') }] : []),
  ]
}
