/** The company that trades in the scenario. */
export const company = {
  company: 'Northwind Traders',
  country: 'US',
  currency: 'USD',
  timeZone: 'America/Los_Angeles',
  locale: 'en',
  name: 'Andrew Fuller',
  email: 'owner@northwind.example',
  password: 'a calm grey heron',
}
