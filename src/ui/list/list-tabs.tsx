/** Tabs of a list: those it comes with, then saved views; each with its count. */
import type { TabMeta } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { useList } from '#ui/base/queries.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconUsers } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { countText } from '#ui/base/count-text.ts'
import type { ListSearch } from './list-search.ts'
import { searchOfView, shapeIn, type SavedView } from './list-state.ts'
import type { ListView } from './use-list-view.ts'
import { ViewMenu } from './view-menu.tsx'

interface CountsAnswer {
  counts: Record<string, { value: number; capped: boolean }>
}

function useTabCounts(entity: string, isAsked: boolean) {
  return useQuery({
    queryKey: ['counts', entity],
    queryFn: () => api.get<CountsAnswer>(`/api/${entity}/counts`, { tabs: 1 }),
    enabled: isAsked,
  }).data?.counts
}

interface TabProps {
  entity: string
  search: ListSearch
  label: string
  current: boolean
  count?: { value: number; capped: boolean } | undefined
  shared?: boolean
}

function Tab({ entity, search, label, current, count, shared }: TabProps) {
  const t = useT()
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (current) link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])
  return (
    <Link
      ref={link}
      to="/list/$entity"
      params={{ entity }}
      search={search}
      className="list-tab"
      {...(current && { 'aria-current': 'true' as const })}
    >
      {label}
      {shared && <IconUsers size={14} stroke={1.6} aria-label={t('Shared')} />}
      {count && <span className="count">{countText(count)}</span>}
    </Link>
  )
}

function ViewTab({ entity, view, current }: { entity: string; view: SavedView; current: boolean }) {
  const counted = useList(entity, { where: view.where, limit: 1, count: true })
  return (
    <Tab
      entity={entity}
      search={searchOfView(view)}
      label={view.name}
      current={current}
      count={counted.data?.count}
      shared={view.shared}
    />
  )
}

function searchOfTab(tab: TabMeta, search: ListSearch): ListSearch {
  if (search.view) return { tab: tab.key }
  const { sort, columns, day } = search
  return {
    tab: tab.key,
    ...(sort && { sort }),
    ...(columns && { columns }),
    ...shapeIn(search),
    ...(day && { day }),
  }
}

export function ListTabs({ view }: { view: ListView }) {
  const t = useT()
  const { meta, state, views, search } = view
  const { tabs } = meta.list
  const counts = useTabCounts(meta.name, tabs.length > 0)
  const hasTabs = tabs.length + views.length > 0
  return (
    <div className="list-tabs" data-tour="list">
      <nav className="list-tabs-track" aria-label={t('Views')}>
        {tabs.map((tab) => (
          <Tab
            key={tab.key}
            entity={meta.name}
            search={searchOfTab(tab, search)}
            label={tab.label}
            current={tab.key === state.tab?.key}
            count={counts?.[tab.key]}
          />
        ))}
        {views.map((saved) => (
          <ViewTab
            key={saved.id}
            entity={meta.name}
            view={saved}
            current={saved.id === search.view}
          />
        ))}
        {!hasTabs && (
          <Tab entity={meta.name} search={{}} label={t('All')} current count={view.count} />
        )}
      </nav>
      <ViewMenu view={view} />
    </div>
  )
}
