/** What can be put on the page: by a press of a button, at the next free place. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import {
  IconBarcode,
  IconLetterT,
  IconLineDashed,
  IconPhoto,
  IconPlus,
  IconQrcode,
  IconRectangle,
  IconTable,
} from '@tabler/icons-react'
import { Input } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import type { DrawnElement } from './drawing.ts'
import {
  boxElement,
  codeElement,
  fieldElement,
  lineElement,
  tableElement,
  wordsElement,
} from './elements.ts'
import {
  codeFieldOf,
  linesOf,
  paletteOf,
  usualColumns,
  type PaletteGroup,
} from './palette-fields.ts'
import { PictureButton } from './picture-button.tsx'

interface PaletteProps {
  entity: EntityMeta
  /** Room between the edges of the page, in millimetres. */
  room: number
  onAdd: (element: DrawnElement) => void
}

export function Palette({ entity, room, onAdd }: PaletteProps) {
  const t = useT()
  const { entities } = useHouse()
  const [looked, lookFor] = useState('')
  const groups = useMemo(() => paletteOf(entity, entities, t), [entity, entities, t])
  const shown = looked.trim() === '' ? groups : found(groups, looked.trim().toLowerCase())
  return (
    <div className="palette">
      <Parts entity={entity} room={room} onAdd={onAdd} />
      <Input
        allowClear
        aria-label={t('Find a field')}
        placeholder={t('Find a field')}
        value={looked}
        onChange={({ target }) => lookFor(target.value)}
      />
      {shown.map((group, at) => (
        <Group
          key={`${group.key} ${looked === ''}`}
          group={group}
          isOpen={at === 0 || looked !== ''}
          onAdd={onAdd}
        />
      ))}
      {shown.length === 0 && <p className="palette-none">{t('No field is called so.')}</p>}
    </div>
  )
}

function found(groups: readonly PaletteGroup[], words: string): PaletteGroup[] {
  return groups
    .map((group) => ({
      ...group,
      fields: group.fields.filter(({ label }) => label.toLowerCase().includes(words)),
    }))
    .filter(({ fields }) => fields.length > 0)
}

interface GroupProps {
  group: PaletteGroup
  isOpen: boolean
  onAdd: (element: DrawnElement) => void
}

function Group({ group, isOpen, onAdd }: GroupProps) {
  return (
    <details className="palette-group" open={isOpen}>
      <summary>{group.label}</summary>
      <ul>
        {group.fields.map(({ path, label }) => (
          <li key={path}>
            <button type="button" onClick={() => onAdd(fieldElement(path, label))}>
              <IconPlus size={14} stroke={1.8} aria-hidden />
              {label.slice(label.indexOf(' · ') === -1 ? 0 : label.indexOf(' · ') + 3)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Parts({ entity, room, onAdd }: PaletteProps) {
  const t = useT()
  const { entities } = useHouse()
  const code = codeFieldOf(entity)
  const tables = linesOf(entity, entities)
  return (
    <ul className="palette-parts" aria-label={t('Parts')}>
      <Part
        icon={<IconLetterT size={18} stroke={1.6} aria-hidden />}
        label={t('Fixed text')}
        onAdd={() => onAdd(wordsElement(t('Words')))}
      />
      {tables.map(({ field, lines }) => (
        <Part
          key={field.name}
          icon={<IconTable size={18} stroke={1.6} aria-hidden />}
          label={t('Table: {lines}', { lines: field.label })}
          onAdd={() => onAdd(tableElement(field.name, field.label, usualColumns(lines, t), room))}
        />
      ))}
      <Part
        icon={<IconBarcode size={18} stroke={1.6} aria-hidden />}
        label={t('Bar code')}
        onAdd={() => onAdd(codeElement('code128', code.path, `${t('Bar code')} ${code.label}`))}
      />
      <Part
        icon={<IconQrcode size={18} stroke={1.6} aria-hidden />}
        label={t('QR code')}
        onAdd={() => onAdd(codeElement('qrcode', code.path, `${t('QR code')} ${code.label}`))}
      />
      <Part
        icon={<IconLineDashed size={18} stroke={1.6} aria-hidden />}
        label={t('Ruled line')}
        onAdd={() => onAdd(lineElement(t('Ruled line')))}
      />
      <Part
        icon={<IconRectangle size={18} stroke={1.6} aria-hidden />}
        label={t('Box')}
        onAdd={() => onAdd(boxElement(t('Box')))}
      />
      <li>
        <PictureButton icon={<IconPhoto size={18} stroke={1.6} aria-hidden />} onAdd={onAdd} />
      </li>
    </ul>
  )
}

function Part({ icon, label, onAdd }: { icon: ReactNode; label: string; onAdd: () => void }) {
  return (
    <li>
      <button type="button" onClick={onAdd}>
        {icon}
        {label}
      </button>
    </li>
  )
}
