/** The page on which a customer sees where the goods are, without an account. */
import { sightOf } from '#kernel/action/caller.ts'
import type { House } from '#kernel/house.ts'
import type { Translator } from '#kernel/i18n/message.ts'
import { asProgram } from '#kernel/jobs/as-program.ts'
import { knownByKey, type KeyAddress, type Known } from '#kernel/query/known-by-key.ts'
import { list } from '#kernel/query/list.ts'
import { escapeHtml } from '#kernel/text/escape-html.ts'
import { visitorPage } from '#kernel/text/visitor-page.ts'
import { today } from '#kernel/time/date.ts'
import { formatDate } from '#kernel/time/format.ts'
import { WaybillEvent } from './waybill-event.entity.ts'
import { Waybill } from './waybill.entity.ts'

export interface Tracked extends Known<typeof Waybill> {
  events: readonly WaybillEvent[]
  /** Of the company. */
  today: string
}

const mostEvents = 200

/** @throws {Refusal} `record.not-found` (404) whatever is wrong with the address */
export async function trackedAt(house: House, address: KeyAddress): Promise<Tracked> {
  const known = await knownByKey(house, Waybill, 'trackingKey', address)
  const sight = await sightOf(house, asProgram(known.tenant))
  const [{ rows }, { timeZone }] = await Promise.all([
    list(house.database, sight, WaybillEvent, {
      where: { waybill: known.row.id },
      columns: Object.keys(WaybillEvent.fields),
      limit: mostEvents,
    }),
    house.companies.of(known.tenant),
  ])
  const events = rows as unknown as WaybillEvent[]
  return { ...known, events, today: today(house.now(), timeZone) }
}

/** Says what the customer knows from the parcel, and where it is; nothing else of the company. */
export function trackPage(tracked: Tracked, locale: string, t: Translator): string {
  const { company, row } = tracked
  const day = (on: string | null) => (on === null ? '' : formatDate(on, locale))
  const facts: [label: string, text: string][] = [
    ['Carrier', row.carrier],
    ['Waybill number', row.number],
    ['Sent out on', day(row.sentOn)],
    ['Expected on', row.status === 'underway' ? day(row.promisedOn) : ''],
    ['Delivered on', day(row.deliveredOn)],
  ]
  return visitorPage({ company, heading: t('Where your goods are'), locale }, [
    `<p class="track-state track-${row.status}" role="status">${escapeHtml(state(tracked, t))}</p>`,
    '<dl class="track-facts">',
    ...facts.filter(([, text]) => text !== '').map(([label, text]) => fact(t(label), text)),
    '</dl>',
    `<h2>${escapeHtml(t('On the way'))}</h2>`,
    '<ol class="track-events">',
    ...tracked.events.map((event) => station(event, day(event.happenedOn), t)),
    '</ol>',
  ])
}

/** Behind an address that is none; it says no more to who guesses than to who mistyped. */
export function untrackedPage(locale: string, t: Translator): string {
  return visitorPage({ company: '', heading: t('There is no such consignment'), locale }, [
    `<p class="intro">${escapeHtml(t('Ask whoever gave you the address for the right one.'))}</p>`,
  ])
}

function state({ row, today: now }: Tracked, t: Translator): string {
  const isLate = row.status === 'underway' && row.promisedOn !== null && row.promisedOn < now
  return isLate ? t('Underway, later than expected') : t(labelOf(Waybill, 'status', row.status))
}

function fact(label: string, text: string): string {
  return `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(text)}</dd></div>`
}

function station({ what, place, words, time }: WaybillEvent, day: string, t: Translator): string {
  const head = [t(labelOf(WaybillEvent, 'what', what)), place ?? ''].filter(Boolean)
  const said = words ? `<p>${escapeHtml(words)}</p>` : ''
  const when = `<time>${escapeHtml([day, time ?? ''].join(' ').trim())}</time>`
  return `<li>${when}<strong>${head.map(escapeHtml).join(' · ')}</strong>${said}</li>`
}

function labelOf({ fields }: typeof Waybill | typeof WaybillEvent, name: string, value: string) {
  const field = (
    fields as Record<string, { options?: readonly { value: string; label: string }[] }>
  )[name]
  return field?.options?.find((option) => option.value === value)?.label ?? value
}
