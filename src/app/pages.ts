/** The pages of the web app; each comes when it is first opened. */
import { lazy } from 'react'

export const SignIn = lazy(async () => ({
  default: (await import('#ui/shell/sign-in.tsx')).SignIn,
}))
export const SetUp = lazy(async () => ({ default: (await import('#ui/shell/set-up.tsx')).SetUp }))
export const Invitation = lazy(async () => ({
  default: (await import('#ui/shell/invitation.tsx')).Invitation,
}))
export const Home = lazy(async () => ({ default: (await import('#ui/shell/home.tsx')).Home }))
export const Search = lazy(async () => ({
  default: (await import('#ui/shell/search-page.tsx')).SearchPage,
}))
export const loadList = () => import('#ui/list/list-page.tsx')
export const List = lazy(async () => ({ default: (await loadList()).ListPage }))
export const Report = lazy(async () => ({
  default: (await import('#ui/report/report-page.tsx')).ReportPage,
}))
export const loadRecord = () => import('#ui/record/record-page.tsx')
export const RecordView = lazy(async () => ({ default: (await loadRecord()).RecordPage }))
export const NewRecord = lazy(async () => ({
  default: (await import('#ui/form/new-record-page.tsx')).NewRecordPage,
}))
export const Import = lazy(async () => ({
  default: (await import('#ui/import/import-page.tsx')).ImportPage,
}))
export const Begin = lazy(async () => ({
  default: (await import('#ui/begin/begin-page.tsx')).BeginPage,
}))
export const Bin = lazy(async () => ({ default: (await import('#ui/bin/bin-page.tsx')).BinPage }))
export const Outbox = lazy(async () => ({
  default: (await import('#ui/outbox/outbox-page.tsx')).OutboxPage,
}))
export const Print = lazy(async () => ({
  default: (await import('#ui/print/print-page.tsx')).PrintPage,
}))
export const Draw = lazy(async () => ({
  default: (await import('#ui/print-layout/draw-page.tsx')).DrawPage,
}))
export const Settings = lazy(async () => ({
  default: (await import('#ui/shell/settings/settings-page.tsx')).SettingsPage,
}))
