/** Sends a saved report by mail: to oneself and others, each day, week or month. */
import type { WireRow } from '#kernel/http/wire.ts'
import { useEntity, useHouse, useT } from '#ui/base/house.tsx'
import { useList, useWrite } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { RefSelect } from '#ui/field/filter-ref.tsx'
import { Select } from 'antd'
import { useId } from 'react'

const entity = 'report-mail'

/** Whoever is chosen gets it from now on; whoever is taken out no longer. */
function useReceivers(saved: string) {
  const { user } = useHouse()
  const { showProblem } = useUndoMessage()
  const { mutateAsync } = useWrite()
  const { data } = useList(entity, { where: { saved }, columns: ['person', 'every'], limit: 200 })
  const rows: WireRow[] = data?.rows ?? []
  const personsOf = () => rows.map(({ person }) => String(person))
  const change = async (people: readonly string[], every: string) => {
    const others = rows.filter(({ person }) => !people.includes(String(person)))
    const kept = rows.filter((row) => !others.includes(row))
    const added = people.filter((person) => !personsOf().includes(person))
    try {
      for (const { id } of others) await mutateAsync({ kind: 'delete', entity, id })
      for (const { id, version, every: was } of kept) {
        const values = { every }
        if (was !== every) await mutateAsync({ kind: 'update', entity, id, version, values })
      }
      for (const person of added) {
        await mutateAsync({ kind: 'create', entity, values: { saved, person, every } })
      }
    } catch (error) {
      showProblem(error)
    }
  }
  return { me: user.id, people: personsOf(), every: String(rows[0]?.every ?? ''), change }
}

export function MailReport({ saved }: { saved: string }) {
  const t = useT()
  const id = useId()
  const { fields } = useEntity(entity)
  const { me, people, every, change } = useReceivers(saved)
  const often = fields.find(({ name }) => name === 'every')?.options ?? []
  const person = fields.find(({ name }) => name === 'person')
  const options = [
    { value: '', label: t('Not by mail') },
    ...often.map(({ value, label }) => ({ value, label })),
  ]
  return (
    <>
      <label htmlFor={id}>{t('Send by mail')}</label>
      <Select
        id={id}
        value={every}
        options={options}
        onChange={(next) => void change(next === '' ? [] : people.length > 0 ? people : [me], next)}
      />
      {every !== '' && person && (
        <RefSelect
          field={{ ...person, label: t('To') }}
          value={people}
          onChange={(next) => void change(next as string[], every)}
        />
      )}
    </>
  )
}
