/** The colleagues just added, each with the link that can be handed over without a mail. */
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import type { Added } from './use-newcomers.ts'

export function AddedPeople({ people }: { people: readonly Added[] }) {
  const t = useT()
  return (
    <Panel title={t('Added and invited')}>
      <div role="status">
        <ul className="begin-added">
          {people.map((one) => (
            <li key={one.id}>
              <span className="strong">{one.name}</span>
              <span className="faint clip grow">{one.email}</span>
              <CopyLink person={one} />
            </li>
          ))}
        </ul>
      </div>
      <p className="begin-note">
        {t('No mail server yet? Hand the links over yourself; each is good for 7 days.')}
      </p>
    </Panel>
  )
}

function CopyLink({ person }: { person: Added }) {
  const t = useT()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(person.url)
    setCopied(true)
  }
  return (
    <Button
      size="small"
      aria-label={t('Copy the link for {name}', { name: person.name })}
      onClick={() => void copy()}
    >
      {isCopied ? t('Copied') : t('Copy the link')}
    </Button>
  )
}
