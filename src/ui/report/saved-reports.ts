/** Reports saved under a name: this person's own and those shared with a role of hers. */
import type { ReportMeta, WireRow } from '#kernel/http/wire.ts'
import { useHouse } from '#ui/base/house.tsx'
import { useList } from '#ui/base/queries.ts'
import { defaultStringifySearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { ReportLook } from './report-look.ts'
import { searchOf, type ReportParams } from './report-params.ts'

export interface SavedReport {
  id: string
  version: number
  name: string
  report: string
  asked: ReportParams
  roles: string[]
  isMine: boolean
}

const columns = ['name', 'report', 'asked', 'roles', 'createdBy']

function savedOf(row: WireRow, me: string): SavedReport {
  const { id, version, name, report, asked, roles, createdBy } = row
  return {
    id,
    version,
    name: String(name),
    report: String(report),
    asked: (asked ?? {}) as ReportParams,
    roles: (roles ?? []) as string[],
    isMine: createdBy === me,
  }
}

export function useSavedReports(): SavedReport[] {
  const { user, reports, entities } = useHouse()
  const wish = { columns, sort: 'name', limit: 200 }
  const { data } = useList('saved-report', wish, entities['saved-report'] !== undefined)
  return useMemo(
    () =>
      (data?.rows ?? [])
        .map((row) => savedOf(row, user.id))
        .filter(({ report }) => reports[report] !== undefined),
    [data, user.id, reports],
  )
}

/** The address of a saved report; it says everything, so that the link works for others too. */
export function searchOfSaved({ id, asked }: SavedReport): ReportParams {
  return { ...asked, saved: id }
}

export function hrefOfSaved(saved: SavedReport): string {
  return `/report/${saved.report}${defaultStringifySearch(searchOfSaved(saved))}`
}

/** What is kept of an address: only what differs from the usual, so that 'today' stays today. */
export function askedOf(report: ReportMeta, shown: ReportLook, params: ReportParams) {
  const { saved: _, ...look } = shown
  return { ...searchOf(report, params), ...look }
}

/** Whether what is shown is no longer what was saved. */
export function isChanged(saved: SavedReport, asked: ReportParams): boolean {
  const keys = new Set([...Object.keys(saved.asked), ...Object.keys(asked)])
  return [...keys].some((key) => JSON.stringify(saved.asked[key]) !== JSON.stringify(asked[key]))
}
