/** What is known of a person, whether a customer herself or a contact at one. */
import { f } from '#kernel/field/f.ts'

/** Of a person's private life those learn who care for the customer. */
export const carers = ['sales', 'sales-lead', 'manager', 'service']

/** @param options where the record may be no person: when it is one */
export function personFields(options: { when?: Readonly<Record<string, readonly string[]>> } = {}) {
  return {
    sex: f.choice(
      [
        { value: 'female', label: 'Female' },
        { value: 'male', label: 'Male' },
      ],
      { ...options, seenBy: carers },
    ),
    birthday: f.date({ ...options, seenBy: carers }),
    lunarBirthday: f.boolean({
      ...options,
      seenBy: carers,
      label: 'Celebrates by the lunar calendar',
    }),
    interests: f.tags({ ...options, seenBy: carers }),
  }
}

const channels = [
  { value: 'call', label: 'Telephone' },
  { value: 'mail', label: 'E-mail' },
  { value: 'chat', label: 'Chat' },
  { value: 'visit', label: 'Visit' },
  { value: 'message', label: 'Text message' },
  { value: 'fax', label: 'Fax' },
  { value: 'post', label: 'Letter' },
] as const

/** How somebody wishes to be spoken to, and how not. */
export const wishFields = {
  channel: f.choice(channels, { label: 'Preferred channel', ownChoices: 'named' }),
  bestTime: f.text({ maxLength: 60, label: 'Best time', help: 'E.g. after 2 pm.' }),
  refuses: f.choices(channels, { label: 'Does not want' }),
  consentOn: f.date({ label: 'Consent given on' }),
  consentBasis: f.text({ maxLength: 200, label: 'Consent by', help: 'E.g. form at the fair.' }),
}
