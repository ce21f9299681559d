/** The outbox: everything that waits on this device to be sent. */
import { Empty } from '#ui/base/empty.tsx'
import { useT } from '#ui/base/house.tsx'
import { Page } from '#ui/base/page.tsx'
import { IconSend } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import { EntryList } from './entry-list.tsx'
import { useOutbox } from './outbox.ts'
import { sendWaiting } from './send.ts'

export function OutboxPage() {
  const t = useT()
  const { entries } = useOutbox()
  const [isBusy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    await sendWaiting()
    setBusy(false)
  }
  const sendButton = (
    <Button
      type="primary"
      icon={<IconSend size={16} aria-hidden />}
      loading={isBusy}
      onClick={() => void send()}
    >
      {t('Send now')}
    </Button>
  )
  return (
    <Page
      title={t('Outbox')}
      beside={<span className="quiet">{t('On this device, for you alone')}</span>}
      actions={entries.length > 0 && sendButton}
    >
      <section className="panel" aria-label={t('Outbox')}>
        {entries.length > 0 ? (
          <EntryList entries={entries} />
        ) : (
          <Empty
            icon={<IconSend size={24} stroke={1.5} aria-hidden />}
            title={t('Nothing waits to be sent')}
            text={t('What you enter without a connection waits here and is sent by itself.')}
          />
        )}
      </section>
    </Page>
  )
}
