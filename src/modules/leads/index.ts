/** Leads 線索: whoever may become a customer, gathered, scored, qualified and converted. */
import { defineModule } from '#kernel/module.ts'
import { convertLead } from './convert-lead.action.ts'
import { noteAnswer, setRespondBy } from './answer-lead.ts'
import { conversionByCampaign } from './conversion-by-campaign.report.ts'
import { assignLead, dealLeads } from './deal-leads.action.ts'
import { escalateLeads } from './escalate.job.ts'
import { discardLead, qualifyLead, takeUpLead } from './judge-lead.action.ts'
import { checkForm, closeForm, giveAddress, reopenForm } from './lead-form.action.ts'
import { LeadForm } from './lead-form.entity.ts'
import { Lead } from './lead.entity.ts'
import { leadsBySource } from './leads-by-source.report.ts'
import { ResponseTarget } from './response-target.entity.ts'
import { responseTimes } from './response-times.report.ts'
import { scoreOfLead } from './score-of-lead.ts'

export { convertLead } from './convert-lead.action.ts'
export { conversionByCampaign } from './conversion-by-campaign.report.ts'
export { assignLead, dealLeads } from './deal-leads.action.ts'
export { absentPage, closedPage, formPage, thanksPage, trap, type FormPage } from './form-page.ts'
export { escalateLeads } from './escalate.job.ts'
export { discardLead, qualifyLead, takeUpLead } from './judge-lead.action.ts'
export { LeadForm } from './lead-form.entity.ts'
export { Lead } from './lead.entity.ts'
export { leadsBySource } from './leads-by-source.report.ts'
export { ResponseTarget } from './response-target.entity.ts'
export { responseTimes } from './response-times.report.ts'
export { formAt, takeAnswer, type Answers, type OpenForm } from './take-answer.ts'

export default defineModule({
  name: 'leads',
  label: 'Leads',
  needs: ['customers', 'contacts', 'pools', 'opportunities', 'tasks'],
  capabilities: [32, 82, 96, 120, 129, 255, 262],
  entities: [Lead, LeadForm, ResponseTarget],
  actions: [
    qualifyLead,
    convertLead,
    assignLead,
    discardLead,
    takeUpLead,
    dealLeads,
    closeForm,
    reopenForm,
  ],
  reports: [leadsBySource, conversionByCampaign, responseTimes],
  jobs: [escalateLeads],
  menu: [
    { group: 'Customers', open: 'lead' },
    { group: 'Rules', open: 'lead-form' },
    { group: 'Rules', open: 'response-target' },
    { group: 'Reports', open: 'leads-by-source' },
    { group: 'Reports', open: 'conversion-by-campaign' },
    { group: 'Reports', open: 'response-times' },
  ],
  derive: { lead: scoreOfLead },
  on: {
    'lead.create': setRespondBy,
    'interaction.create': noteAnswer,
    'lead-form.create': giveAddress,
    'lead-form.update': checkForm,
  },
  messages: {
    'lead.no-way': 'Enter a phone number or a mail address first: nobody can be reached so.',
    'lead.customer-is-there':
      '“{title}” may be the same ({score} %). Choose it, or say that this is a new customer.',
    'lead.customer-of-colleague':
      'A colleague has a customer that may be the same. Ask, or say that this is a new customer.',
    'lead.unanswered': 'Nobody has answered this lead yet. It was to be answered by {by}.',
    'lead.same-owner': 'The lead is with this salesperson already.',
    'lead.nobody-to-deal-to': 'Choose to whom the leads go.',
    'lead-form.asks-no-way':
      'Ask for a phone number or a mail address: nobody could be reached otherwise.',
    'lead-form.must-not-asked': 'What must be answered has to be asked.',
    'lead-form.no-way': 'Leave a phone number or a mail address, so that we can reach you.',
    'lead-form.no-consent': 'Please agree, or we may not keep what you write.',
    'lead-form.closed': 'This form is closed.',
    'lead.nothing-to-deal': 'No lead waits for a salesperson.',
  },
})
