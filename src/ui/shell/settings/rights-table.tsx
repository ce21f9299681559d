/** The rights of one role: a line per kind of record, a column per right, its actions below it. */
import { useHouse, useT } from '#ui/base/house.tsx'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import { FieldRights } from './field-rights-list.tsx'
import { RightCell } from './right-cell.tsx'
import { rightLabels } from './right-labels.ts'
import { groupsOf, linesOfEntity } from './rights.ts'
import type { RightLine, RightsAnswer } from './rights.ts'

interface RightsTableProps {
  answer: RightsAnswer
  role: { id: string; key: string; name: string }
  isShown: (entity: string) => boolean
  labelOf: (entity: string) => string
}

export function RightsTable(props: RightsTableProps) {
  const t = useT()
  const house = useHouse()
  const { answer, labelOf } = props
  const columns = [...rightLabels(t)]
  const names = new Set(answer.lines.filter(({ right }) => right !== 'report').map((l) => l.entity))
  const shown = [...names].filter(props.isShown)
  const reports = answer.lines.filter(({ right }) => right === 'report')
  return (
    <div className="rights-scroll">
      <table className="rights">
        <thead>
          <tr>
            <th scope="col">{t('Kind of record')}</th>
            {columns.map(([right, label]) => (
              <th key={right} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groupsOf(house, shown).map(({ group, entities }) => (
            <Fragment key={group}>
              <GroupRow span={columns.length + 1}>{group || t('Other records')}</GroupRow>
              {entities.map((entity) => (
                <EntityRights key={entity} {...props} entity={entity} label={labelOf(entity)} />
              ))}
            </Fragment>
          ))}
          <GroupRow span={columns.length + 1}>{t('Reports')}</GroupRow>
          {reports.map((line) => (
            <tr key={line.entity}>
              <th scope="row">{line.label}</th>
              <td colSpan={columns.length}>
                <RightCell answer={answer} line={line} role={props.role} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function GroupRow({ span, children }: { span: number; children: string }) {
  return (
    <tr className="is-group">
      <th scope="rowgroup" colSpan={span}>
        {children}
      </th>
    </tr>
  )
}

interface EntityRightsProps extends RightsTableProps {
  entity: string
  label: string
}

function EntityRights({ answer, role, entity, label }: EntityRightsProps) {
  const t = useT()
  const [isOpen, open] = useState(false)
  const { plain, actions } = linesOfEntity(answer.lines, entity)
  const fields = answer.fields.filter(({ of }) => of === entity)
  const columns = [...rightLabels(t)]
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  const cellOf = (right: string) => plain.find((line: RightLine) => line.right === right)
  return (
    <>
      <tr>
        <th scope="row">
          {actions.length + fields.length > 0 ? (
            <button
              type="button"
              className="plain row"
              aria-expanded={isOpen}
              onClick={() => open(!isOpen)}
            >
              <Chevron size={15} aria-hidden /> {label}
            </button>
          ) : (
            <span style={{ paddingInlineStart: 23 }}>{label}</span>
          )}
        </th>
        {columns.map(([right]) => {
          const line = cellOf(right)
          return (
            <td key={right}>{line && <RightCell answer={answer} line={line} role={role} />}</td>
          )
        })}
      </tr>
      {isOpen &&
        actions.map((line) => (
          <tr key={line.right} className="is-action">
            <th scope="row">{line.label}</th>
            <td colSpan={columns.length}>
              <RightCell answer={answer} line={line} role={role} />
            </td>
          </tr>
        ))}
      {isOpen && fields.length > 0 && (
        <tr className="is-action">
          <th scope="row">{t('Fields')}</th>
          <td colSpan={columns.length}>
            <FieldRights answer={answer} role={role} fields={fields} />
          </td>
        </tr>
      )}
    </>
  )
}
