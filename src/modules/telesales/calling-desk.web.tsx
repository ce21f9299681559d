/** One entry that is called now: who, script, result, facts; an order is entered over it. */
import type { WireRow } from '#kernel/http/wire.ts'
import { useEntity, useHouse, useT } from '#ui/base/house.tsx'
import { CreateDialog } from '#ui/form/create-dialog.tsx'
import { ActionDialog } from '#ui/record/action-dialog.tsx'
import { IconPlayerSkipForward, IconShoppingCart, IconUserPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { FactsPanel } from './facts-panel.web.tsx'
import { ScriptPanel } from './script-panel.web.tsx'
import { TalkPanel } from './talk-panel.web.tsx'
import { useCalled, type Called } from './use-called.web.tsx'
import { useTalk } from './use-talk.web.tsx'
import { WhoPanel } from './who-panel.web.tsx'

interface CallingDeskProps {
  entry: WireRow
  list: WireRow | undefined
  onNext: () => void
}

export function CallingDesk({ entry, list, onNext }: CallingDeskProps) {
  const called = useCalled(entry)
  const talk = useTalk(entry, onNext)
  const script = list?.['script']
  const customer = entry['customer'] ? String(entry['customer']) : null
  const acts = (
    <>
      {customer ? <OrderButton called={called} /> : <ConvertLink lead={String(entry['lead'])} />}
      <SkipButton entry={entry} onNext={onNext} />
    </>
  )
  return (
    <>
      <div className="calling-column">
        <WhoPanel
          entry={entry}
          called={called}
          talk={talk}
          listName={String(list?.['name'] ?? '')}
          actions={acts}
        />
        {script ? <ScriptPanel id={String(script)} /> : null}
        <TalkPanel talk={talk} list={list} customer={customer} />
      </div>
      <FactsPanel called={called} />
    </>
  )
}

/** The order form opens over the call, with the customer's terms. */
function OrderButton({ called: { record } }: { called: Called }) {
  const t = useT()
  const { message } = App.useApp()
  const [isOpen, open] = useState(false)
  const mayOrder = useHouse().entities['order']?.may.create === true
  if (!mayOrder || !record) return null
  const { id, currency, priceIncludesTax, address, name } = record.row
  const values = { customer: id, currency, priceIncludesTax, shipTo: address, shipName: name }
  return (
    <>
      <Button icon={<IconShoppingCart size={16} aria-hidden />} onClick={() => open(true)}>
        {t('Quick order')}
      </Button>
      {isOpen && (
        <CreateDialog
          entity="order"
          title=""
          values={values}
          onClose={() => open(false)}
          onCreated={({ title }) =>
            void message.success(t('Order {number} is entered', { number: title }))
          }
        />
      )}
    </>
  )
}

function ConvertLink({ lead }: { lead: string }) {
  const t = useT()
  return (
    <Link to="/record/$entity/$id" params={{ entity: 'lead', id: lead }} className="calling-link">
      <IconUserPlus size={16} aria-hidden />
      {t('Convert to customer')}
    </Link>
  )
}

function SkipButton({ entry, onNext }: { entry: WireRow; onNext: () => void }) {
  const meta = useEntity('call-entry')
  const [isOpen, open] = useState(false)
  const skip = meta.actions.find(({ name }) => name === 'skip')
  if (!skip) return null
  return (
    <>
      <Button icon={<IconPlayerSkipForward size={16} aria-hidden />} onClick={() => open(true)}>
        {skip.label}
      </Button>
      {isOpen && (
        <ActionDialog
          entity={meta}
          action={skip}
          row={entry}
          prefill={{}}
          onClose={() => open(false)}
          onDone={onNext}
        />
      )}
    </>
  )
}
