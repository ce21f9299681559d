/** The custom screens and who may open them; the server never loads the screens themselves. */
export const screenPaths: Readonly<Record<string, readonly string[]>> = {
  '/tasks/other-calendars': ['everyone'],
  '/telesales/calling': ['sales', 'sales-lead', 'service', 'manager'],
}
