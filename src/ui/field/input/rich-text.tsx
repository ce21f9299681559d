/** Enters text with simple marks (lists, bold, links) and shows how it will look. */
import { useT } from '#ui/base/house.tsx'
import { Choices } from '#ui/base/choices.tsx'
import { useState } from 'react'
import { textOf } from '#ui/field/value/field-facts.ts'
import type { FieldInputProps } from './props.ts'
import { LongTextInput } from './text.tsx'
import { RichText } from '#ui/field/rich-text.tsx'
import './input.css'

export function RichTextInput(props: FieldInputProps) {
  const t = useT()
  const [shown, show] = useState<'write' | 'look'>('write')
  return (
    <div className="rich-input">
      <div className="rich-bar">
        <Choices
          label={t('View')}
          labelIsUnseen
          options={{ write: t('Write'), look: t('Preview') }}
          value={shown}
          onChange={show}
        />
        <span className="faint">{t('**bold**, - list, [link](https://…)')}</span>
      </div>
      {shown === 'write' ? <LongTextInput {...props} /> : <RichText text={textOf(props.value)} />}
    </div>
  )
}
