/** A time of day as people type it: `9:30`, `0930`, `９：３０`, `下午3:05`, `3:05 pm`. */

const form = /^(上午|早上|下午|晚上)?\s*(\d{1,2})\s*(?:[:.點点時时]\s*)?(\d{2})?\s*分?\s*(am|pm)?$/u

/** @returns `HH:MM`, or null for what is no time of day */
export function parseTime(typed: string): string | null {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  const [, before, hours, minutes = '00', after] = form.exec(text) ?? []
  if (hours === undefined) return null
  const isLate = after === 'pm' || before === '下午' || before === '晚上'
  const isEarly = after === 'am' || before === '上午' || before === '早上'
  const hour = Number(hours)
  if ((isLate || isEarly) && (hour < 1 || hour > 12)) return null
  const at = isLate ? (hour % 12) + 12 : isEarly ? hour % 12 : hour
  if (at > 23 || Number(minutes) > 59) return null
  return `${String(at).padStart(2, '0')}:${minutes}`
}
