/** Attaches a file or a picture: choose, drop or paste it. */
import type { ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { problemWords } from '#ui/base/problem-words.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { uploadFile } from '#ui/field/value/upload.ts'
import type { StoredFile } from '#ui/field/value/upload.ts'
import { IconPaperclip, IconPhoto, IconUpload, IconX } from '@tabler/icons-react'
import { isTemporary } from '#ui/outbox/temporary.ts'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { DropPlace } from './drop-place.tsx'
import { spoken } from './props.ts'
import type { FieldInputProps } from './props.ts'
import './input.css'

export function FileInput(props: FieldInputProps) {
  const t = useT()
  const { field, value, onChange } = props
  const upload = useMutation<StoredFile, ApiProblem, File>({
    mutationFn: (file) => uploadFile(file),
    onSuccess: ({ id }) => onChange(id),
  })
  const id = textOf(value)
  return (
    <DropPlace
      className={props.error ? 'file-input is-wrong' : 'file-input'}
      onFiles={([file]) => file && upload.mutate(file)}
    >
      {id && <Attached id={id} isPicture={field.kind === 'picture'} name={upload.data?.name} />}
      <ChooseButton {...props} isBusy={upload.isPending} onFile={(file) => upload.mutate(file)} />
      {id && !field.required && (
        <Button
          size="small"
          type="text"
          aria-label={t('Remove {name}', { name: field.label })}
          icon={<IconX size={15} aria-hidden />}
          onClick={() => onChange(null)}
        />
      )}
      {upload.error && <span className="file-problem">{problemWords(upload.error, t)}</span>}
    </DropPlace>
  )
}

interface ChooseProps extends FieldInputProps {
  isBusy: boolean
  onFile: (file: File) => void
}

function ChooseButton(props: ChooseProps) {
  const t = useT()
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        {...spoken(props)}
        size="small"
        icon={<IconUpload size={15} aria-hidden />}
        loading={props.isBusy}
        disabled={props.disabled ?? false}
        onClick={() => chooser.current?.click()}
      >
        {textOf(props.value) ? t('Replace') : t('Choose or drop a file')}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept={props.field.kind === 'picture' ? 'image/*' : undefined}
        onChange={({ target }) => {
          const file = target.files?.item(0)
          if (file) props.onFile(file)
          target.value = ''
        }}
      />
    </>
  )
}

interface AttachedProps {
  id: string
  isPicture: boolean
  /** Known right after the upload. */
  name: string | undefined
}

function Attached({ id, isPicture, name }: AttachedProps) {
  const t = useT()
  const [failed, fail] = useState(false)
  const link = `/api/files/${id}`
  if (isTemporary(id)) return <WaitingFile name={name ?? ''} />
  if (isPicture && !failed) {
    return (
      <a href={link} target="_blank" rel="noreferrer" className="file-thumb">
        <img src={`${link}/thumb`} alt={name ?? t('Picture')} onError={() => fail(true)} />
      </a>
    )
  }
  return (
    <a href={link} target="_blank" rel="noreferrer" className="file-name clip">
      {isPicture ? <IconPhoto size={15} aria-hidden /> : <IconPaperclip size={15} aria-hidden />}
      {name ?? t('Open the file')}
    </a>
  )
}

/** Nothing can be opened before it has been sent. */
function WaitingFile({ name }: { name: string }) {
  const t = useT()
  return (
    <span className="file-name clip">
      <IconPaperclip size={15} aria-hidden />
      {name || t('Waiting to be sent')}
    </span>
  )
}
