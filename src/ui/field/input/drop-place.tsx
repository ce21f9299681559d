/** A place that takes files by drop or paste. */
import { useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react'

interface DropPlaceProps {
  className: string
  onFiles: (files: File[]) => void
  children: ReactNode
}

export function DropPlace({ className, onFiles, children }: DropPlaceProps) {
  const [isOver, setOver] = useState(false)
  const take = (event: DragEvent | ClipboardEvent, files: FileList) => {
    if (files.length === 0) return
    event.preventDefault()
    onFiles([...files])
  }
  return (
    <div
      className={isOver ? `${className} is-over` : className}
      onPaste={(event) => take(event, event.clipboardData.files)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event, event.dataTransfer.files)
      }}
    >
      {children}
    </div>
  )
}
