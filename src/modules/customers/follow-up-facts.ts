/** What the program itself keeps with a customer: contacts, deals, phase and whose it is. */
import { f } from '#kernel/field/f.ts'

/** The steps that a prospect passes until the contract is signed. */
export const prospectSteps = [
  { value: 'first-talk', label: 'First talk, interested', tone: 'grey' },
  { value: 'needs', label: 'Needs confirmed', tone: 'blue' },
  { value: 'offer', label: 'Solution and quote', tone: 'blue' },
  { value: 'negotiation', label: 'Negotiation', tone: 'ochre' },
  { value: 'contract', label: 'Contract under review', tone: 'ochre' },
  { value: 'signed', label: 'Contract signed', tone: 'green' },
] as const

/** Kept beside the work of people: such a change is no new version of the record. */
export const followUpFacts = {
  lastContactAt: f.derived(f.instant({ label: 'Last contact' })),
  nextContactOn: f.derived(f.date({ label: 'Next contact' })),
  firstDealOn: f.derived(f.date({ label: 'First deal' })),
  lastDealOn: f.derived(f.date({ label: 'Last deal' })),
  dealCount: f.derived(f.integer({ label: 'Deals', required: true, default: 0 })),
  ownedSince: f.derived(f.instant({ label: 'With the salesperson since', default: 'now' })),
  stageOn: f.derived(f.date({ label: 'In this stage since', default: 'today' })),
  stageReason: f.derived(f.text({ label: 'Why in this stage', maxLength: 300 })),
}
