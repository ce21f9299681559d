/** The layouts that the company drew for its papers, and where a new one begins. */
import type { WireRow } from '#kernel/http/wire.ts'
import { useEntity, useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useList } from '#ui/base/queries.ts'
import { Waiting } from '#ui/base/waiting.tsx'
import { Cell } from '#ui/field/cell.tsx'
import { textOf } from '#ui/field/value/field-facts.ts'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import '#ui/record/related.css'
import { IconPlus, IconSettings } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { LayoutDialog } from './layout-dialog.tsx'
import { useRoles } from './use-roles.ts'
import './own-fields.css'

const COLUMNS = ['name', 'entity', 'paper', 'orientation', 'roles']

export function PrintLayouts() {
  const t = useT()
  const [asked, ask] = useState<WireRow | 'new' | null>(null)
  const layouts = useList('print-layout', { sort: 'name', limit: 200, columns: COLUMNS })
  return (
    <Panel
      title={t('Print layouts')}
      actions={
        <Button type="primary" icon={<IconPlus size={16} aria-hidden />} onClick={() => ask('new')}>
          {t('New layout')}
        </Button>
      }
    >
      <p className="own-fields-lead settings-text">
        {t(
          'Draw how your papers and labels look. Whoever may see a record prints it with them, beside the built-in forms.',
        )}
      </p>
      <ProblemNotice problem={layouts.error} />
      {layouts.data ? <LayoutTable rows={layouts.data.rows} onAsk={ask} /> : <Waiting />}
      {asked !== null && (
        <LayoutDialog layout={asked === 'new' ? null : asked} onClose={() => ask(null)} />
      )}
    </Panel>
  )
}

interface TableProps {
  rows: readonly WireRow[]
  onAsk: (layout: WireRow) => void
}

function LayoutTable({ rows, onAsk }: TableProps) {
  const t = useT()
  const { fields } = useEntity('print-layout')
  const roles = new Map(useRoles().map(({ key, name }) => [key, name]))
  const shown = ['entity', 'paper', 'orientation'].flatMap((name) =>
    fields.filter((field) => field.name === name),
  )
  if (rows.length === 0)
    return <p className="own-fields-none settings-text">{t('No layout of your own yet.')}</p>
  const forWhom = (row: WireRow) => {
    const keys = Array.isArray(row['roles']) ? row['roles'].map(String) : []
    return keys.length === 0 ? t('everyone') : keys.map((key) => roles.get(key) ?? key).join('、')
  }
  return (
    <div className="related-scroll">
      <table className="related">
        <thead>
          <tr>
            <th scope="col">{t('Name')}</th>
            {shown.map((field) => (
              <th key={field.name} scope="col">
                {field.label}
              </th>
            ))}
            <th scope="col">{t('For')}</th>
            <th scope="col">
              <span className="unseen">{t('Settings')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to="/draw/$layout" params={{ layout: row.id }}>
                  {textOf(row['name'])}
                </Link>
              </td>
              {shown.map((field) => (
                <td key={field.name}>
                  <Cell field={field} row={row} refs={{}} />
                </td>
              ))}
              <td>{forWhom(row)}</td>
              <td>
                <Button
                  type="text"
                  size="small"
                  aria-label={t('Settings of {name}', { name: textOf(row['name']) })}
                  icon={<IconSettings size={16} aria-hidden />}
                  onClick={() => onAsk(row)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
