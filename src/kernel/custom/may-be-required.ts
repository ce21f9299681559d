/** Which declared fields a company can make required, on the server and on the page alike. */

/** What is computed nobody fills in; what is asked only at times cannot always be there. */
export function mayBeRequired(field: {
  kind: string
  computed?: boolean
  when?: unknown
}): boolean {
  return !field.computed && !field.when && !never.has(field.kind)
}

const never = new Set(['boolean', 'lines', 'serial', 'state', 'json', 'filter'])
