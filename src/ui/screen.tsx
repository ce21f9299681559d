/** What a module may use to draw a screen of its own, and how it declares one. */
import type { ReactNode } from 'react'

export { Cell } from '#ui/field/cell.tsx'
export { Amount } from '#ui/field/amount.tsx'
export { api, ApiProblem } from '#ui/base/api.ts'
export { CopyButton } from '#ui/base/copy-button.tsx'
export { useEntity, useHouse, useT } from '#ui/base/house.tsx'
export { Page, Panel } from '#ui/base/page.tsx'
export { useAction } from '#ui/base/use-action.ts'
export { useList, useListPages, useRecord, useWrite } from '#ui/base/queries.ts'

export interface Screen {
  /** Address below the root, e.g. '/orders/board'. */
  path: string
  /** English name; shown translated. */
  label: string
  render: () => ReactNode
}

export function defineScreen(screen: Screen): Screen {
  return screen
}
