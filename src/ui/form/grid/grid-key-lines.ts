/** The keys of a line grid, as the sheet of keys explains them. */
import type { Translate } from '#ui/base/house.tsx'
import type { KeyLine } from '#ui/base/keys.tsx'

export function gridKeyLines(t: Translate): KeyLine[] {
  return [
    { keys: ['Tab'], what: t('Next cell, and a new line after the last') },
    { keys: ['Enter'], what: t('Next line, in the same column') },
    { keys: ['F2'], what: t('Change the cell, or just type') },
    { keys: ['Alt', '↓'], what: t('Open the list of choices') },
    { keys: ['Ctrl / ⌘', 'V'], what: t('Paste cells from a spreadsheet') },
    { keys: ['Ctrl / ⌘', 'D'], what: t('Fill the marked cells with the first') },
    { keys: ['Ctrl / ⌘', 'Z'], what: t('Undo in the lines') },
    { keys: ['Ctrl / ⌘', 'Del'], what: t('Remove the marked lines') },
    { keys: ['Alt', 'Shift', '↑ ↓'], what: t('Move the line') },
  ]
}
