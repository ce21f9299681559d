/** Where a comment is typed: an @ offers people by name, pinyin and initials, in any IME. */
import type { Mentionable } from '#kernel/notify/follow-routes.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { useSettled } from '#ui/base/settled.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { typedMention, withMention, type Mention, type Typed } from './comment-mentions.ts'
import { CommentOffers } from './comment-offers.tsx'
import './comment.css'

interface CommentAreaProps {
  entity: string
  id: string
  text: string
  onType: (text: string) => void
  onMention: (person: Mention) => void
  onSend: () => void
  rows: { minRows: number; maxRows: number }
  autoFocus?: boolean
}

const none: Mentionable[] = []

/** `isCurrent`: the people answer what stands there now, not what was typed before. */
function useMentionable({ entity, id }: CommentAreaProps, typed: Typed | null) {
  const query = useSettled(typed?.query ?? '', 120)
  const answer = useQuery<{ people: Mentionable[] }, ApiProblem>({
    queryKey: ['mentionable', entity, id, query],
    queryFn: () => api.get(`/api/${entity}/${id}/mentionable`, query ? { q: query } : {}),
    enabled: typed !== null,
    placeholderData: keepPreviousData,
  })
  const people = typed ? (answer.data?.people ?? none) : none
  return { people, isCurrent: query === typed?.query && !answer.isPlaceholderData }
}

export function CommentArea(props: CommentAreaProps) {
  const t = useT()
  const listId = useId()
  const place = useRef<HTMLDivElement>(null)
  const { people, active, point, look, take, close, press } = usePicker(props, place)
  return (
    <div ref={place} className="comment-area">
      <Input.TextArea
        autoFocus={props.autoFocus ?? false}
        aria-label={t('Comment')}
        aria-autocomplete="list"
        aria-controls={people.length > 0 ? listId : undefined}
        aria-activedescendant={people.length > 0 ? `${listId}-${active}` : undefined}
        placeholder={t('Write a comment… @ tells somebody')}
        autoSize={props.rows}
        maxLength={5000}
        value={props.text}
        onChange={(event) => {
          props.onType(event.target.value)
          if (!(event.nativeEvent as InputEvent).isComposing) look(event.target)
        }}
        onCompositionEnd={(event) => look(event.currentTarget)}
        onBlur={close}
        onKeyDown={press}
      />
      <CommentOffers id={listId} people={people} active={active} onPoint={point} onTake={take} />
    </div>
  )
}

/** Which people are offered, which of them the keys are at, and what comes of taking one. */
function usePicker(props: CommentAreaProps, place: RefObject<HTMLDivElement | null>) {
  const [typed, setTyped] = useState<Typed | null>(null)
  const [active, point] = useState(0)
  const { people, isCurrent } = useMentionable(props, typed)
  const close = () => setTyped(null)
  const look = (area: HTMLTextAreaElement) => {
    setTyped(typedMention(area.value, area.selectionStart))
    point(0)
  }
  const take = (person: Mentionable | undefined) => {
    if (!typed || !isCurrent || !person?.reads) return
    const next = withMention(props.text, typed, person.name)
    props.onType(next.text)
    props.onMention(person)
    close()
    // Once the new text stands, the cursor goes behind the name.
    requestAnimationFrame(() => {
      const area = place.current?.querySelector('textarea')
      area?.focus()
      area?.setSelectionRange(next.cursor, next.cursor)
    })
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Keys that an input method uses for itself are none of ours.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return props.onSend()
    if (people.length === 0) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) point((active + step + people.length) % people.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(people[active])
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { people, active, point, look, take, close, press }
}
