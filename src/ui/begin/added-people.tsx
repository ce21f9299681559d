/** The colleagues just added, each with the link that can be handed over without a mail. */
import { CopyButton } from '#ui/base/copy-button.tsx'
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
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
  return (
    <CopyButton
      text={person.url}
      label={t('Copy the link')}
      size="small"
      aria-label={t('Copy the link for {name}', { name: person.name })}
    />
  )
}
