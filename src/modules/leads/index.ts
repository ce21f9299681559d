/** Leads 線索: whoever may become a customer, gathered, scored, qualified and converted. */
import { defineModule } from '#kernel/module.ts'
import { convertLead } from './convert-lead.action.ts'
import { assignLead, dealLeads } from './deal-leads.action.ts'
import { discardLead, qualifyLead, takeUpLead } from './judge-lead.action.ts'
import { Lead } from './lead.entity.ts'
import { leadsBySource } from './leads-by-source.report.ts'
import { scoreOfLead } from './score-of-lead.ts'

export { convertLead } from './convert-lead.action.ts'
export { assignLead, dealLeads } from './deal-leads.action.ts'
export { discardLead, qualifyLead, takeUpLead } from './judge-lead.action.ts'
export { Lead } from './lead.entity.ts'
export { leadsBySource } from './leads-by-source.report.ts'

export default defineModule({
  name: 'leads',
  label: 'Leads',
  needs: ['customers', 'contacts', 'pools', 'opportunities'],
  capabilities: [32, 129, 255],
  entities: [Lead],
  actions: [qualifyLead, convertLead, assignLead, discardLead, takeUpLead, dealLeads],
  reports: [leadsBySource],
  menu: [
    { group: 'Customers', open: 'lead' },
    { group: 'Reports', open: 'leads-by-source' },
  ],
  derive: { lead: scoreOfLead },
  messages: {
    'lead.no-way': 'Enter a phone number or a mail address first: nobody can be reached so.',
    'lead.customer-is-there':
      '“{title}” may be the same ({score} %). Choose it, or say that this is a new customer.',
    'lead.customer-of-colleague':
      'A colleague has a customer that may be the same. Ask, or say that this is a new customer.',
    'lead.same-owner': 'The lead is with this salesperson already.',
    'lead.nobody-to-deal-to': 'Choose to whom the leads go.',
    'lead.nothing-to-deal': 'No lead waits for a salesperson.',
  },
})
