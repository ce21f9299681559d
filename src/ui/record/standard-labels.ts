/** What every kind of record goes through, as a sentence that begins with a person. */
import type { Translate } from '#ui/base/house.tsx'

/** By action; a document's own actions bring their label. */
export function standardLabels(t: Translate): Record<string, string | undefined> {
  return {
    create: t('created this'),
    update: t('made changes'),
    delete: t('moved this to the recycle bin'),
    restore: t('restored this'),
    import: t('imported this'),
    merge: t('merged others into this'),
    'merge-move': t('moved this along with a merge'),
    undo: t('took a change back'),
  }
}
