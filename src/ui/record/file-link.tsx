/** The name of a file; opening it shows what can be shown, and downloads the rest. */
import type { WireRow } from '#kernel/http/wire.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { useState } from 'react'
import { FilePreview } from './file-preview.tsx'
import { previewOf } from './preview-kind.ts'

export function FileLink({ file, className }: { file: WireRow; className?: string }) {
  const [isOpen, open] = useState(false)
  const name = textOf(file['name'])
  const kind = previewOf(textOf(file['type']))
  return (
    <>
      <a
        className={className}
        href={`/api/files/${file.id}`}
        target="_blank"
        rel="noreferrer"
        onClick={(event) => {
          const wantsTab = event.ctrlKey || event.metaKey || event.shiftKey
          if (kind === null || wantsTab) return
          event.preventDefault()
          open(true)
        }}
      >
        {name}
      </a>
      {isOpen && kind && (
        <FilePreview id={file.id} name={name} kind={kind} onClose={() => open(false)} />
      )}
    </>
  )
}
