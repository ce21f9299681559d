/** Kind by kind: how many records are read, what may be done with them, which fields are hidden. */
import type { GivenRight, ViewedKind } from '#kernel/access/view-as.ts'
import type { ViewAnswer } from '#kernel/access/view-as-routes.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { ScrollBox } from '#ui/base/scroll-box.tsx'
import { countText } from '#ui/base/count-text.ts'
import { Fragment } from 'react'
import { rightLabels } from './right-labels.ts'
import { groupsOf } from './rights.ts'
import { narrowed } from './viewed.ts'

export function ViewedKinds({ view }: { view: ViewAnswer }) {
  const t = useT()
  const house = useHouse()
  const has = ({ count, rights, actions }: ViewedKind) =>
    count !== null || rights.length + actions.length > 0
  const kinds = new Map(view.kinds.filter(has).map((kind) => [kind.entity, kind]))
  const none = view.kinds.filter((kind) => !has(kind)).map(({ label }) => label)
  return (
    <ScrollBox className="rights-scroll">
      <table className="rights viewed">
        <thead>
          <tr>
            <th scope="col">{t('Kind of record')}</th>
            <th scope="col">{t('Records')}</th>
            <th scope="col">{t('May')}</th>
            <th scope="col">{t('Hidden fields')}</th>
          </tr>
        </thead>
        <tbody>
          {groupsOf(house, [...kinds.keys()]).map(({ group, entities }) => (
            <Fragment key={group}>
              <tr className="is-group">
                <th scope="rowgroup" colSpan={4}>
                  {group || t('Other records')}
                </th>
              </tr>
              {entities.map((entity) => {
                const kind = kinds.get(entity)
                return kind && <KindRow key={entity} kind={kind} />
              })}
            </Fragment>
          ))}
          <NameRow label={t('Reports')} names={view.reports} />
          <NameRow label={t('Sees nothing of')} names={none} />
        </tbody>
      </table>
    </ScrollBox>
  )
}

function NameRow({ label, names }: { label: string; names: string[] }) {
  const t = useT()
  if (names.length === 0) return null
  return (
    <tr>
      <th scope="row">{label}</th>
      <td colSpan={3}>{t('{names}', { names })}</td>
    </tr>
  )
}

function KindRow({ kind }: { kind: ViewedKind }) {
  const t = useT()
  const plain = rightLabels(t)
  const rights = kind.rights.map((one) => ({ ...one, label: plain.get(one.right) ?? one.label }))
  return (
    <tr>
      <th scope="row">{kind.label}</th>
      <td className="number">{kind.count ? countText(kind.count) : t('none')}</td>
      <td>
        <Rights given={[...rights, ...kind.actions]} />
      </td>
      <td>{kind.hidden.length > 0 && t('{names}', { names: kind.hidden })}</td>
    </tr>
  )
}

/** What reaches all records, then what reaches some, with the condition in words. */
function Rights({ given }: { given: GivenRight[] }) {
  const t = useT()
  const { all, some } = narrowed(given)
  return (
    <>
      {all.length > 0 && <div>{t('{names}', { names: all })}</div>}
      {some.map(({ labels, only }) => (
        <div key={only} className="faint">
          {t('{names}, only where: {only}', { names: labels, only })}
        </div>
      ))}
    </>
  )
}
