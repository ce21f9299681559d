/** How the plain rights are called, in the order of the columns. */
import type { Translate } from '#ui/base/house.tsx'

export function rightLabels(t: Translate): Map<string, string> {
  return new Map([
    ['read', t('Read')],
    ['create', t('Create')],
    ['update', t('Change')],
    ['delete', t('Delete')],
    ['export', t('Export')],
    ['import', t('Import')],
    ['merge', t('Merge')],
  ])
}
