/** Calling: one after another, with what is known of them, the script, and what comes of it. */
import { defineScreen } from '#ui/screen.tsx'
import { Calling } from './calling.web.tsx'

export const screen = defineScreen({
  path: '/telesales/calling',
  label: 'Calling',
  render: () => <Calling />,
})
