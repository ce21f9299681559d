/** The files of a record: drop them here, open them, take them away. */
import type { EntityMeta, WireRow } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { refreshAll, useWrite } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { DropPlace } from '#ui/field/input/drop-place.tsx'
import { momentText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { isPicture, sizeText, uploadFile, type StoredFile } from '#ui/field/value/upload.ts'
import { isTemporary } from '#ui/outbox/temporary.ts'
import { waitsWords } from '#ui/outbox/waits-words.ts'
import { IconPaperclip, IconTrash, IconUpload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import { FileLink } from './file-link.tsx'
import { useRecordFiles } from './record-files.ts'
import type { Tab } from './record-tabs.tsx'
import './files.css'

export function useFilesTab(entity: EntityMeta, id: string): Tab[] {
  const t = useT()
  const meta = useHouse().entities['file']
  const files = useRecordFiles(entity.name, id)
  const upload = useUpload({ entity: entity.name, record: id })
  if (!meta) return []
  const rows = files.data?.rows ?? []
  return [
    {
      key: 'files',
      label: t('Files'),
      count: files.data && String(rows.length),
      tools: <UploadButton isBusy={upload.isPending} onFiles={upload.mutate} />,
      body: <Files rows={rows} onFiles={upload.mutate} mayDelete={meta.may.delete} />,
    },
  ]
}

function useUpload(owner: { entity: string; record: string }) {
  const t = useT()
  const queries = useQueryClient()
  const { showDone, showProblem } = useUndoMessage()
  return useMutation<StoredFile[], Error, File[]>({
    mutationFn: async (files) => {
      const stored: StoredFile[] = []
      for (const file of files) stored.push(await uploadFile(file, owner))
      return stored
    },
    onSettled: () => refreshAll(queries),
    onSuccess: (stored) =>
      showDone(
        stored.some(({ id }) => isTemporary(id))
          ? waitsWords(t)
          : t('{count, plural, one {# file} other {# files}} added', { count: stored.length }),
      ),
    onError: showProblem,
  })
}

interface UploadButtonProps {
  isBusy: boolean
  onFiles: (files: File[]) => void
}

function UploadButton({ isBusy, onFiles }: UploadButtonProps) {
  const t = useT()
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        icon={<IconUpload size={16} aria-hidden />}
        loading={isBusy}
        onClick={() => chooser.current?.click()}
      >
        {t('Add files')}
      </Button>
      <input
        ref={chooser}
        hidden
        multiple
        type="file"
        aria-label={t('Add files')}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
    </>
  )
}

interface FilesProps {
  rows: readonly WireRow[]
  mayDelete: boolean
  onFiles: (files: File[]) => void
}

function Files({ rows, mayDelete, onFiles }: FilesProps) {
  const t = useT()
  return (
    <DropPlace className="files" onFiles={onFiles}>
      {rows.length === 0 && <p className="files-none">{t('Drop files here, or add them.')}</p>}
      <ul>
        {rows.map((row) => (
          <FileRow key={row.id} row={row} mayDelete={mayDelete} />
        ))}
      </ul>
    </DropPlace>
  )
}

function FileRow({ row, mayDelete }: { row: WireRow; mayDelete: boolean }) {
  const t = useT()
  const reader = useReader()
  const write = useWrite()
  const { showDone, showProblem } = useUndoMessage()
  const name = textOf(row['name'])
  const remove = async () => {
    const { id, version } = row
    try {
      const done = await write.mutateAsync({ kind: 'delete', entity: 'file', id, version })
      showDone(t('Moved to the recycle bin'), done.operation)
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <li className="file-row">
      <span className="file-sign">
        {isPicture(textOf(row['type'])) ? (
          <img src={`/api/files/${row.id}/thumb`} alt="" loading="lazy" />
        ) : (
          <IconPaperclip size={16} aria-hidden />
        )}
      </span>
      <FileLink file={row} className="grow clip" />
      <span className="faint">{sizeText(Number(textOf(row['size'])), reader.locale)}</span>
      <span className="faint">{momentText(textOf(row['createdAt']), reader)}</span>
      {mayDelete && (
        <Button
          type="text"
          size="small"
          aria-label={t('Remove {name}', { name })}
          icon={<IconTrash size={15} aria-hidden />}
          onClick={remove}
        />
      )}
    </li>
  )
}
