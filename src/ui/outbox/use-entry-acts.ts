/** What a person does with an entry: send it again, put another in its place, discard it. */
import { useT } from '#ui/base/house.tsx'
import type { WriteIntent } from '#ui/base/write-intent.ts'
import { App } from 'antd'
import type { Entry, Known } from './entry.ts'
import { useEntryWords } from './entry-words.ts'
import { builtOn } from './order.ts'
import { change, discard, useOutbox } from './outbox.ts'
import { again, replaced } from './replace.ts'
import { sendWaiting } from './send.ts'

export function useEntryActs(entry: Entry) {
  const t = useT()
  const { message, modal } = App.useApp()
  const { entries } = useOutbox()
  const words = useEntryWords()
  const send = async () => {
    await change(entry.id, again)
    await sendWaiting()
  }
  const replace = async (intent: WriteIntent, known: Known = {}) => {
    const next = await change(entry.id, (found) => replaced(found, intent, known))
    if (!next) void message.warning(t('It has been sent meanwhile, so it was not changed.'))
    await sendWaiting()
  }
  const askDiscard = async () => {
    const behind = builtOn(entry, entries)
    const { kind, what } = words(entry)
    const isSure = await modal.confirm({
      title: t('Discard “{what}”?', { what: what || kind }),
      content: discardWords(entry, behind.length, t),
      okText: t('Discard'),
      okButtonProps: { danger: true },
      cancelText: t('Cancel'),
    })
    if (isSure) await discard([entry, ...behind])
  }
  return { send, replace, askDiscard, drop: () => discard([entry]) }
}

function discardWords({ triedAt }: Entry, behind: number, t: ReturnType<typeof useT>): string {
  const parts = [
    triedAt === undefined
      ? t('It was not sent. Nothing of it remains.')
      : t('It may have arrived at the server already; that is not taken back.'),
  ]
  if (behind > 0)
    parts.push(
      t('With it {count, plural, one {goes # entry} other {go # entries}} that build on it.', {
        count: behind,
      }),
    )
  return parts.join(' ')
}
