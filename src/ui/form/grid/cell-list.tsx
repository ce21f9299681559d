/** The list below an open cell. */
import { useT } from '#ui/base/house.tsx'
import { NothingFound, OfferLines } from '#ui/field/input/offer-lines.tsx'
import type { PickOption } from '#ui/field/value/pick.ts'
import { useEffect, useRef } from 'react'
import type { CellOffers } from './cell-offers.ts'
import { Floating } from './floating.tsx'

interface CellListProps extends CellOffers {
  id: string
  anchor: Element | null
  marked: number
  onChoose: (option: PickOption) => void
  onMark: (index: number) => void
}

export function CellList(props: CellListProps) {
  const t = useT()
  const { offers, marked } = props
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.children[marked]?.scrollIntoView({ block: 'nearest' })
  }, [marked])
  return (
    <Floating anchor={props.anchor}>
      {offers.length === 0 ? (
        <NothingFound asking={props.isAsking} problem={props.problem} />
      ) : (
        <ul ref={list} className="cell-list" id={props.id} role="listbox" aria-label={t('Choices')}>
          {offers.map((option, index) => (
            <li
              key={option.id}
              id={`${props.id}-${index}`}
              role="option"
              aria-selected={index === marked}
              className={index === marked ? 'cell-offer is-marked' : 'cell-offer'}
              onMouseMove={() => props.onMark(index)}
              onClick={() => props.onChoose(option)}
            >
              <OfferLines option={option} />
            </li>
          ))}
        </ul>
      )}
    </Floating>
  )
}
