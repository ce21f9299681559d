/** First step: drop or choose a file, or paste cells from a spreadsheet. */
import { useT } from '#ui/base/house.tsx'
import { DropPlace } from '#ui/field/input/drop-place.tsx'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import type { Source } from './use-import.ts'

interface SourceStepProps {
  isReading: boolean
  onSource: (source: Source) => void
}

export function SourceStep({ isReading, onSource }: SourceStepProps) {
  const t = useT()
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <section className="panel">
      <DropPlace className="import-drop" onFiles={([file]) => file && onSource({ file })}>
        <IconFileSpreadsheet size={40} stroke={1.3} aria-hidden />
        <p className="import-drop-title">{t('Drop an Excel or CSV file here')}</p>
        <p className="quiet">
          {t('Any encoding: UTF-8, Big5, GB18030. Nothing is changed before you have seen it.')}
        </p>
        <Button type="primary" loading={isReading} onClick={() => chooser.current?.click()}>
          {t('Choose a file')}
        </Button>
        <input
          ref={chooser}
          hidden
          type="file"
          aria-label={t('Choose a file')}
          accept=".csv,.tsv,.txt,.xlsx,.vcf,text/csv,text/vcard"
          onChange={({ target }) => {
            const file = target.files?.item(0)
            if (file) onSource({ file })
            target.value = ''
          }}
        />
      </DropPlace>
      <PastePlace isReading={isReading} onSource={onSource} />
    </section>
  )
}

function PastePlace({ isReading, onSource }: SourceStepProps) {
  const t = useT()
  const [text, setText] = useState('')
  return (
    <div className="import-paste">
      <Input.TextArea
        aria-label={t('Cells from a spreadsheet')}
        placeholder={t('…or copy cells in a spreadsheet, with their headings, and paste them here')}
        autoSize={{ minRows: 3, maxRows: 8 }}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        disabled={text.trim() === ''}
        loading={isReading}
        onClick={() => onSource({ pasted: text })}
      >
        {t('Use these cells')}
      </Button>
    </div>
  )
}
