/** What a run found, line by line. */
import type { Measured } from './load.ts'

/** One line of the first table: an aim and what came of it. */
export interface Finding {
  measure: string
  aim: string
  result: string
  ratio?: string
  /** Null where there is no aim. */
  met: boolean | null
}

/** One line of the second table. */
export interface Detail {
  measure: string
  measured: Measured
}

export interface Section {
  findings: Finding[]
  details: Detail[]
}

export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`
}

export function perSecond(value: number): string {
  return `${Math.round(value).toLocaleString('en')}/s`
}

export function times(value: number): string {
  return `${value.toFixed(2)}×`
}
