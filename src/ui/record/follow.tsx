/** Following a record: whoever follows is told of comments and of changes of its state. */
import type { EntityMeta, WireRow } from '#kernel/http/wire.ts'
import type { FollowersAnswer } from '#kernel/notify/follow-routes.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { useOffer } from '#ui/base/offers.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { IconBellPlus, IconBellRinging } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popover, Space } from 'antd'
import './follow.css'

function useFollowers(entity: string, id: string) {
  const queries = useQueryClient()
  const { showProblem } = useUndoMessage()
  const key = ['record', entity, id, 'followers']
  const home = `/api/${entity}/${id}`
  const answer = useQuery<FollowersAnswer, ApiProblem>({
    queryKey: key,
    queryFn: () => api.get(`${home}/followers`),
  })
  const toggle = useMutation<FollowersAnswer, ApiProblem, boolean>({
    mutationFn: (isOn) => api.post(`${home}/${isOn ? 'follow' : 'unfollow'}`),
    onSuccess: (now) => queries.setQueryData(key, now),
    onError: showProblem,
  })
  return { answer: answer.data, toggle }
}

/** One press follows or stops; beside it how many follow, and who. */
export function Follow({ entity, row }: { entity: EntityMeta; row: WireRow }) {
  const t = useT()
  const phone = usePhone()
  const { answer, toggle } = useFollowers(entity.name, row.id)
  const mine = answer?.mine ?? false
  const Sign = mine ? IconBellRinging : IconBellPlus
  const label = mine ? t('Unfollow') : t('Follow')
  const press = () => toggle.mutate(!mine)
  const icon = <Sign size={16} aria-hidden />
  const item = { key: 'follow', label, icon, onSelect: press }
  useOffer(String(row[entity.title] ?? entity.label.one), answer ? [item] : [])
  if (!answer) return null
  return (
    <Space.Compact className="follow">
      <Button
        icon={icon}
        loading={toggle.isPending}
        className={mine ? 'is-followed' : ''}
        onClick={press}
        {...(phone ? { 'aria-label': label } : { children: label })}
      />
      {answer.followers.length > 0 && <FollowersButton answer={answer} />}
    </Space.Compact>
  )
}

function FollowersButton({ answer: { followers } }: { answer: FollowersAnswer }) {
  const t = useT()
  const me = useHouse().user.id
  const label = t('{count, plural, one {One follower} other {# followers}}', {
    count: followers.length,
  })
  const names = (
    <div className="followers">
      <p className="strong">{label}</p>
      <ul>
        {followers.map(({ id, name }) => (
          <li key={id}>{id === me ? t('{name} (you)', { name }) : name}</li>
        ))}
      </ul>
      <p className="faint">{t('They are told of comments and changes of state.')}</p>
    </div>
  )
  return (
    <Popover content={names} trigger="click" placement="bottomRight" arrow={false}>
      <Button aria-label={label}>{followers.length}</Button>
    </Popover>
  )
}
