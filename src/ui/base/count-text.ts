/** A number of records as it is shown: "1,000+" where counting stopped. */

export interface Count {
  value: number
  capped: boolean
}

export function countText({ value, capped }: Count): string {
  return `${value.toLocaleString('en')}${capped ? '+' : ''}`
}
