/** Takes a picture from this device, such as the company's logo, small enough for a layout. */
import { useT } from '#ui/base/house.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { useRef, type ReactNode } from 'react'
import type { DrawnElement } from './drawing.ts'
import { pictureElement } from './elements.ts'

interface PictureButtonProps {
  icon: ReactNode
  onAdd: (element: DrawnElement) => void
}

/** Characters of the data address: a layout as a whole has a hundred thousand. */
const most = 60_000
const widths = [800, 600, 400, 250, 150]

export function PictureButton({ icon, onAdd }: PictureButtonProps) {
  const t = useT()
  const { showProblem } = useUndoMessage()
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    try {
      const bitmap = await createImageBitmap(file)
      onAdd(pictureElement(t('Picture'), smallEnough(bitmap), bitmap.width / bitmap.height))
    } catch (error) {
      showProblem(error instanceof DOMException ? new Error(t('This is no picture.')) : error)
    }
  }
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {icon}
        {t('Picture')}
      </button>
      <input
        ref={input}
        hidden
        type="file"
        accept="image/*"
        aria-label={t('Picture')}
        onChange={({ target }) => {
          void take(target.files?.[0])
          target.value = ''
        }}
      />
    </>
  )
}

/** As large as fits: PNG keeps the sharp edges and the clear ground of logos, JPEG takes photos. */
function smallEnough(bitmap: ImageBitmap): string {
  for (const width of widths) {
    for (const kind of ['image/png', 'image/jpeg'] as const) {
      const address = scaled(bitmap, Math.min(width, bitmap.width), kind)
      if (address.length <= most) return address
    }
  }
  return scaled(bitmap, 100, 'image/jpeg')
}

function scaled(bitmap: ImageBitmap, width: number, kind: 'image/png' | 'image/jpeg'): string {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width))
  canvas.height = Math.max(1, Math.round((width * bitmap.height) / bitmap.width))
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('No canvas to draw on')
  if (kind === 'image/jpeg') {
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
  }
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL(kind, 0.85)
}
