/** Somebody leaves: kept from exporting, and everything she looks after goes to others. */
import type { EntityMeta, WireRow } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useRecord, useWrite } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { FieldInput } from '#ui/field/input.tsx'
import { pointerField } from '#ui/field/pointer-field.ts'
import { isWritable } from '#ui/field/value/field-facts.ts'
import { RunStrip } from '#ui/run/run-strip.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import { Owned } from './hand-over-owned.tsx'
import './hand-over.css'

export function HandOver() {
  const t = useT()
  const [leaver, setLeaver] = useState<string | null>(null)
  const pick = (value: unknown) => setLeaver(typeof value === 'string' ? value : null)
  return (
    <Panel title={t('Leavers')}>
      <div className="hand-over">
        <p className="settings-text">
          {t(
            'Somebody leaves: from the day that you enter on, nothing is exported any more, and all that this person looks after goes to others.',
          )}
        </p>
        <FieldInput field={pointerField('user', t('Who leaves'))} value={leaver} onChange={pick} />
        {leaver && <Leaver key={leaver} id={leaver} />}
        <RunStrip />
      </div>
    </Panel>
  )
}

function Leaver({ id }: { id: string }) {
  const t = useT()
  const { entities } = useHouse()
  const [heir, setHeir] = useState<string | null>(null)
  const { data } = useRecord('user', id)
  const kinds = Object.values(entities).filter(isOwned)
  const pick = (value: unknown) => setHeir(typeof value === 'string' ? value : null)
  return (
    <>
      {data && <Lock user={data.row} />}
      <FieldInput field={pointerField('user', t('Who takes over'))} value={heir} onChange={pick} />
      <table className="related">
        <tbody>
          {kinds.map((kind) => (
            <Owned key={kind.name} kind={kind} leaver={id} heir={heir === id ? null : heir} />
          ))}
        </tbody>
      </table>
    </>
  )
}

/** People look after such records, and this person may give them to others. */
function isOwned(entity: EntityMeta): boolean {
  const owner = entity.fields.find(({ name }) => name === 'owner')
  return owner?.kind === 'person' && isWritable(owner) && entity.may.update
}

/** Kept from exporting as soon as a last day stands in the record. */
function Lock({ user }: { user: WireRow }) {
  const t = useT()
  const { today } = useHouse()
  const write = useWrite()
  const { showDone, showProblem } = useUndoMessage()
  const name = String(user['name'])
  const day = user['leavesOn']
  const lock = async () => {
    const { id, version } = user
    try {
      const values = { leavesOn: today }
      await write.mutateAsync({ kind: 'update', entity: 'user', id, version, values })
      showDone(t('Saved'))
    } catch (error) {
      showProblem(error)
    }
  }
  if (typeof day === 'string') {
    const words = '{name} exports nothing any more, since {day} stands as the last day.'
    return <p>{t(words, { name, day })}</p>
  }
  return (
    <p className="hand-over-lock">
      {t('{name} may still export.', { name })}
      <Button size="small" loading={write.isPending} onClick={() => void lock()}>
        {t('Keep {name} from exporting', { name })}
      </Button>
    </p>
  )
}
