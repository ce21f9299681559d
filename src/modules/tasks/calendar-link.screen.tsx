/** One's tasks in another calendar: addresses that it reads, and appointments from there. */
import { defineScreen, Page, useT } from '#ui/screen.tsx'
import { CalendarAddresses } from './calendar-addresses.web.tsx'
import { CalendarImport } from './calendar-import.web.tsx'

function CalendarLink() {
  const t = useT()
  return (
    <Page title={t('Other calendars')}>
      <CalendarAddresses />
      <CalendarImport />
    </Page>
  )
}

export const screen = defineScreen({
  path: '/tasks/other-calendars',
  label: 'Other calendars',
  render: () => <CalendarLink />,
})
