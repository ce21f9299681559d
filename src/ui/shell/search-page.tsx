/** All that a search finds, on a page that can be linked to. */
import { useClearing } from '#ui/base/clearing.tsx'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Empty } from '#ui/base/empty.tsx'
import { NamedIcon } from '#ui/base/icons.tsx'
import { Page, Panel } from '#ui/base/page.tsx'
import { Link, useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { useState } from 'react'
import { findsOf, type Find } from './finds.ts'
import './search-page.css'
import { useHits } from './use-finds.ts'

function Group(props: { label: string; finds: Find[] }) {
  return (
    <Panel title={props.label}>
      <ul className="hits">
        {props.finds.map((find) => (
          <li key={find.key}>
            <Link to={find.href} className="hit">
              <NamedIcon name={find.icon} />
              <span className="strong clip">{find.title}</span>
              <span className="quiet clip">{find.subtitle}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function SearchPage(props: { q: string }) {
  const t = useT()
  const house = useHouse()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(props.q)
  const hits = useHits(typed)
  const finds = hits.data && typed.trim() !== '' ? findsOf(hits.data, house) : []
  const groups = [...new Set(finds.map(({ group }) => group))]
  const search = (q: string) => {
    setTyped(q)
    void navigate({ to: '/search', search: q ? { q } : {}, replace: true })
  }
  return (
    <Page title={t('Search')}>
      <Input
        className="search-page-input"
        size="large"
        autoFocus
        allowClear={useClearing()}
        value={typed}
        aria-label={t('Search everything…')}
        placeholder={t('Name, pinyin, number, phone…')}
        onChange={(event) => search(event.target.value)}
      />
      {groups.map((group) => (
        <Group key={group} label={group} finds={finds.filter((find) => find.group === group)} />
      ))}
      {typed.trim() !== '' && hits.isSuccess && finds.length === 0 && (
        <Empty title={t('Nothing found')} text={t('Try fewer or other letters.')} />
      )}
    </Page>
  )
}
