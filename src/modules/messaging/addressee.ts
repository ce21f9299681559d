/** Whom a message goes to, under which of the numbers that are known, unless they want none. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { Contact, Customer } from '#modules/customers/index.ts'
import { Lead } from '#modules/leads/index.ts'
import type { MessageGateway } from './message-gateway.entity.ts'
import type { Message } from './message.entity.ts'

export const ways = [
  { value: 'mobile', label: 'Mobile' },
  { value: 'phone', label: 'Telephone' },
  { value: 'chat', label: 'Chat name' },
] as const

export type Way = (typeof ways)[number]['value'] | 'fax'
type Channel = MessageGateway['channel']

/** A number, the person who has it, and what that person does not want. */
interface Place {
  number: string | null
  contact: string | null
  refuses: readonly string[]
}

export interface Addressee {
  name: string
  customer: string | null
  lead: string | null
  places: Readonly<Partial<Record<Way, Place>>>
}

export async function addresseeAtContact(ctx: Ctx, contact: Contact): Promise<Addressee> {
  const { id, name, customer, phone, mobile, chat } = contact
  const firm = await ctx.find(Customer, customer)
  const at = placesOf(id, [...(contact.refuses ?? []), ...(firm.refuses ?? [])])
  const places = { phone: at(phone), mobile: at(mobile), chat: at(chat), fax: at(firm.fax) }
  return { name, customer, lead: null, places }
}

/** A company has no mobile and no chat name: those of its main contact are taken. */
export async function addresseeAtCustomer(ctx: Ctx, customer: Customer): Promise<Addressee> {
  const { id, name, phone, fax } = customer
  const own = placesOf(null, customer.refuses ?? [])
  const main = await ctx.first(Contact, { customer: id, isPrimary: true }, { sort: 'createdAt' })
  const places = { phone: own(phone), fax: own(fax) }
  if (!main) return { name, customer: id, lead: null, places }
  const { places: theirs } = await addresseeAtContact(ctx, main)
  return { name, customer: id, lead: null, places: { ...theirs, ...places } }
}

export function addresseeAtLead({ id, name, phone, refuses }: Lead): Addressee {
  return { name, customer: null, lead: id, places: { phone: placesOf(null, refuses ?? [])(phone) } }
}

function placesOf(contact: string | null, refuses: readonly string[]) {
  return (number: string | null): Place => ({ number, contact, refuses })
}

/** Whom a message that is there already was to or from; null where nobody knows. */
export async function addresseeOf(
  ctx: Ctx,
  { customer, contact, lead }: Message,
): Promise<Addressee | null> {
  if (contact !== null) return addresseeAtContact(ctx, await ctx.find(Contact, contact))
  if (customer !== null) return addresseeAtCustomer(ctx, await ctx.find(Customer, customer))
  return lead === null ? null : addresseeAtLead(await ctx.find(Lead, lead))
}

/** Which numbers a channel reaches, the likeliest first. */
const reached: Readonly<Record<Channel, readonly Way[]>> = {
  sms: ['mobile', 'phone'],
  whatsapp: ['mobile', 'phone'],
  line: ['chat'],
  wechat: ['chat'],
  chat: ['chat'],
  fax: ['fax'],
}

export interface Reached {
  number: string
  contact: string | null
}

/**
 * @param way the number that was chosen; null = the likeliest
 * @throws {Refusal} `message.no-number`, `message.no-fax-number`, `message.refuses-…`
 */
export function reachedBy(
  { name, places }: Addressee,
  { channel, name: gateway }: Pick<MessageGateway, 'channel' | 'name'>,
  way: Way | null = null,
): Reached {
  const known = (way ? [way] : reached[channel]).flatMap((one) => places[one] ?? [])
  const place = known.find(({ number }) => number !== null)
  if (!place?.number) {
    if (channel === 'fax') fail('message.no-fax-number', { name })
    return fail('message.no-number', { name, gateway }, { field: 'way' })
  }
  refuseUnwanted(name, place.refuses, channel)
  // Nobody at a switchboard reads messages.
  return { number: place.number.replace(/;ext=\d+$/u, ''), contact: place.contact }
}

/** Where only the one number is possible, such as in an answer. @throws as reachedBy */
export function refuseUnwantedBy(to: Addressee, channel: Channel): void {
  const refuses = Object.values(to.places).flatMap((place) => place.refuses)
  refuseUnwanted(to.name, refuses, channel)
}

function refuseUnwanted(name: string, refuses: readonly string[], channel: Channel): void {
  const kind = kindOf(channel)
  if (!refuses.includes(kind)) return
  if (kind === 'message') fail('message.refuses-texts', { name })
  if (kind === 'fax') fail('message.refuses-faxes', { name })
  fail('message.refuses-chats', { name })
}

/** What the contact record names as its way; what people refuse goes by the same names. */
export function kindOf(channel: Channel): 'message' | 'fax' | 'chat' {
  if (channel === 'sms') return 'message'
  return channel === 'fax' ? 'fax' : 'chat'
}
