/** A file that was added to a record, in its timeline. */
import type { RefTitles, WireRow } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { textOf } from '#ui/field/value/field-facts.ts'
import { IconPaperclip } from '@tabler/icons-react'
import { FileLink } from './file-link.tsx'
import { ItemHead } from './item-head.tsx'

export function FileItem({ file, refs }: { file: WireRow; refs: RefTitles }) {
  const t = useT()
  const by = textOf(file['createdBy'])
  return (
    <>
      <ItemHead
        icon={<IconPaperclip size={14} aria-hidden />}
        by={refs['user']?.[by]?.title ?? t('Somebody')}
        what={t('added a file')}
        at={textOf(file['createdAt'])}
      />
      <div className="timeline-body">
        <FileLink file={file} />
      </div>
    </>
  )
}
