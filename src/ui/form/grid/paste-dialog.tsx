/** Takes cells from a spreadsheet where the clipboard cannot be read directly. */
import { useT } from '#ui/base/house.tsx'
import { Input, Modal } from 'antd'
import { useState } from 'react'

interface PasteDialogProps {
  columns: readonly string[]
  onPaste: (text: string) => void
  onClose: () => void
}

export function PasteDialog({ columns, onPaste, onClose }: PasteDialogProps) {
  const t = useT()
  const [text, setText] = useState('')
  const take = (cells: string) => {
    onPaste(cells)
    onClose()
  }
  return (
    <Modal
      open
      title={t('Paste from a spreadsheet')}
      okText={t('Add the lines')}
      okButtonProps={{ disabled: text.trim() === '' }}
      onOk={() => take(text)}
      onCancel={onClose}
    >
      <p className="quiet">
        {t('Copy cells in Excel and press Ctrl V here. The columns are, in this order:')}
      </p>
      <p className="paste-columns">{columns.join(' · ')}</p>
      <p className="quiet">{t('With a first row of column names the order does not matter.')}</p>
      <Input.TextArea
        autoFocus
        aria-label={t('Copied cells')}
        autoSize={{ minRows: 5, maxRows: 10 }}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          const cells = event.clipboardData.getData('text/plain')
          if (!/[\t\n]/.test(cells)) return
          event.preventDefault()
          take(cells)
        }}
      />
    </Modal>
  )
}
