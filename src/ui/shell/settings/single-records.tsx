/** What the company has one of and sets by actions, each with the way to its record. */
import type { EntityMeta, ListAnswer, WireRow } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useList } from '#ui/base/queries.ts'
import { FieldView } from '#ui/form/field-view.tsx'
import { Link } from '@tanstack/react-router'

export function SingleRecords() {
  const singles = Object.values(useHouse().entities).filter(({ isSingle }) => isSingle)
  return singles.map((entity) => <SingleRecord key={entity.name} entity={entity} />)
}

function SingleRecord({ entity }: { entity: EntityMeta }) {
  const { data: answer } = useList(entity.name, { limit: 1 })
  const [row] = answer?.rows ?? []
  return answer && row ? <Shown entity={entity} row={row} refs={answer.refs} /> : null
}

interface ShownProps {
  entity: EntityMeta
  row: WireRow
  refs: ListAnswer['refs']
}

function Shown({ entity, row, refs }: ShownProps) {
  const t = useT()
  const shown = entity.list.columns.filter((name) => name !== entity.title)
  const fields = entity.fields.filter(({ name }) => shown.includes(name))
  return (
    <Panel
      title={entity.label.one}
      actions={
        <Link to="/record/$entity/$id" params={{ entity: entity.name, id: row.id }}>
          {t('Open the record')}
        </Link>
      }
    >
      <div className="form-fields">
        {fields.map((field) => (
          <FieldView key={field.name} field={field} row={row} refs={refs} onEdit={undefined} />
        ))}
      </div>
    </Panel>
  )
}
