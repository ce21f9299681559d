/** How the table is read: encoding, separator, sheet, heading row; the preview follows at once. */
import { useT } from '#ui/base/house.tsx'
import type { Translate } from '#ui/base/house.tsx'
import { Select } from 'antd'
import { useId } from 'react'
import type { ImportLook } from './import-types.ts'
import type { Reading } from './use-import.ts'

interface ReadingBarProps {
  fileName: string
  look: ImportLook
  isReading: boolean
  onReading: (reading: Reading) => void
}

const ENCODINGS = ['utf-8', 'big5', 'gb18030', 'utf-16le', 'utf-16be', 'windows-1252']

export function ReadingBar({ fileName, look, isReading, onReading }: ReadingBarProps) {
  const t = useT()
  const { encoding, separator, sheets, headerRow } = look
  const again = (change: Reading) => onReading({ ...readingOf(look), ...change })
  return (
    <div className="reading-bar">
      <span className="strong clip">{fileName}</span>
      {encoding !== undefined && (
        <One
          label={t('Encoding')}
          value={encoding}
          isDoubtful={look.encodingConfident === false}
          options={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
          isReading={isReading}
          onChange={(value) => again({ encoding: value })}
        />
      )}
      {separator !== undefined && (
        <One
          label={t('Separator')}
          value={separator}
          options={separators(t)}
          isReading={isReading}
          onChange={(value) => again({ separator: value })}
        />
      )}
      {sheets && sheets.length > 1 && (
        <One
          label={t('Sheet')}
          value={look.sheet ?? sheets[0] ?? ''}
          options={sheets.map((value) => ({ value, label: value }))}
          isReading={isReading}
          onChange={(value) => again({ sheet: value })}
        />
      )}
      {headerRow !== undefined && (
        <One
          label={t('Headings in row')}
          value={String(headerRow)}
          options={headingRows(t)}
          isReading={isReading}
          onChange={(value) => again({ headerRow: Number(value) })}
        />
      )}
    </div>
  )
}

function readingOf({ encoding, separator, sheet, headerRow }: ImportLook): Reading {
  return {
    ...(encoding !== undefined && { encoding }),
    ...(separator !== undefined && { separator }),
    ...(sheet !== undefined && { sheet }),
    ...(headerRow !== undefined && { headerRow }),
  }
}

function separators(t: Translate) {
  return [
    { value: ',', label: t('Comma') },
    { value: '\t', label: t('Tab') },
    { value: ';', label: t('Semicolon') },
    { value: '|', label: t('Bar |') },
  ]
}

function headingRows(t: Translate) {
  const rows = Array.from({ length: 10 }, (_, row) => String(row + 1))
  const named = rows.map((value) => ({ value, label: value }))
  return [{ value: '0', label: t('none') }, ...named]
}

interface OneProps {
  label: string
  value: string
  options: { value: string; label: string }[]
  isReading: boolean
  /** A guess that a person should look at. */
  isDoubtful?: boolean
  onChange: (value: string) => void
}

function One({ label, value, options, isReading, isDoubtful, onChange }: OneProps) {
  const id = useId()
  return (
    <div className="reading-one">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        size="small"
        value={value}
        options={options}
        loading={isReading}
        popupMatchSelectWidth={false}
        {...(isDoubtful && { status: 'warning' as const })}
        onChange={onChange}
      />
    </div>
  )
}
