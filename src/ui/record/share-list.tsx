/** With whom a record is shared now, and the way to withdraw it. */
import type { EntityMeta, RefTitles, WireRow } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { useList, useWrite } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { textOf } from '#ui/field/value/field-facts.ts'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { Button } from 'antd'

export function ShareList({ entity, id }: { entity: EntityMeta; id: string }) {
  const t = useT()
  const shares = useList('share', {
    where: { entity: entity.name, record: id },
    columns: ['person', 'department', 'mayEdit', 'untilOn'],
    limit: 200,
  })
  if (shares.error) return <ProblemNotice problem={shares.error} />
  const { rows = [], refs = {} } = shares.data ?? {}
  if (rows.length === 0) return <p className="faint">{t('It is shared with nobody yet.')}</p>
  return (
    <ul className="share-list">
      {rows.map((row) => (
        <ShareItem key={row.id} row={row} refs={refs} />
      ))}
    </ul>
  )
}

function ShareItem({ row, refs }: { row: WireRow; refs: RefTitles }) {
  const t = useT()
  const write = useWrite()
  const { showProblem } = useUndoMessage()
  const { today } = useHouse()
  const until = textOf(row['untilOn'])
  const isOver = until !== '' && until < today
  const [who, place] = row['person'] ? ['person', 'user'] : ['department', 'department']
  const name = refs[place]?.[textOf(row[who])]?.title ?? ''
  const facts = [
    row['mayEdit'] ? t('may edit') : t('may read'),
    until && (isOver ? t('over since {day}', { day: until }) : t('until {day}', { day: until })),
  ]
  const withdraw = async () => {
    try {
      await write.mutateAsync({ kind: 'delete', entity: 'share', id: row.id, version: row.version })
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <li className={isOver ? 'faint' : undefined}>
      <span>
        <span className="strong">{name}</span> {facts.filter(Boolean).join(' · ')}
      </span>
      <Button
        size="small"
        type="text"
        loading={write.isPending}
        aria-label={t('Withdraw from {name}', { name })}
        onClick={withdraw}
      >
        {t('Withdraw')}
      </Button>
    </li>
  )
}
