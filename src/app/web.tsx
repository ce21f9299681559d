/** Puts the web app together: its addresses, the pages behind them, and the modules' screens. */
import '@fontsource-variable/inter/wght.css'
import '#ui/base/tokens.css'
import '#ui/base/base.css'
import { parseListSearch } from '#ui/list/list-search.ts'
import { Failure, NotFound } from '#ui/shell/failure.tsx'
import { HouseGate } from '#ui/shell/house-gate.tsx'
import { Root } from '#ui/shell/root.tsx'
import { ScreenPage, type ScreenLoaders } from '#ui/shell/screen-page.tsx'
import {
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
  useLocation,
  useParams,
} from '@tanstack/react-router'
import { lazy, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

const SignIn = lazy(async () => ({ default: (await import('#ui/shell/sign-in.tsx')).SignIn }))
const SetUp = lazy(async () => ({ default: (await import('#ui/shell/set-up.tsx')).SetUp }))
const Invitation = lazy(async () => ({
  default: (await import('#ui/shell/invitation.tsx')).Invitation,
}))
const Home = lazy(async () => ({ default: (await import('#ui/shell/home.tsx')).Home }))
const Search = lazy(async () => ({
  default: (await import('#ui/shell/search-page.tsx')).SearchPage,
}))
const List = lazy(async () => ({ default: (await import('#ui/list/list-page.tsx')).ListPage }))
const Report = lazy(async () => ({
  default: (await import('#ui/report/report-page.tsx')).ReportPage,
}))
const RecordView = lazy(async () => ({
  default: (await import('#ui/record/record-page.tsx')).RecordPage,
}))
const NewRecord = lazy(async () => ({
  default: (await import('#ui/form/new-record-page.tsx')).NewRecordPage,
}))
const Import = lazy(async () => ({
  default: (await import('#ui/import/import-page.tsx')).ImportPage,
}))
const Bin = lazy(async () => ({ default: (await import('#ui/bin/bin-page.tsx')).BinPage }))
const Print = lazy(async () => ({
  default: (await import('#ui/print/print-page.tsx')).PrintPage,
}))
const Settings = lazy(async () => ({
  default: (await import('#ui/shell/settings/settings-page.tsx')).SettingsPage,
}))

const screens: ScreenLoaders = import.meta.glob('../modules/*/*.screen.tsx', { import: 'screen' })

// What modules add to the generic screens, such as the sums of a document's lines.
import.meta.glob('../modules/*/*.web.ts', { eager: true })

const root = createRootRoute({ component: Root })
const house = createRoute({ getParentRoute: () => root, id: 'house', component: HouseGate })
const inHouse = { getParentRoute: () => house } as const
const outside = { getParentRoute: () => root } as const

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function objectOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined
}

const signIn = createRoute({
  ...outside,
  path: '/sign-in',
  component: SignIn,
  validateSearch: (search): { back?: string } => {
    const back = textOf(search['back'])
    return back ? { back } : {}
  },
})
const setUp = createRoute({ ...outside, path: '/setup', component: SetUp })
const invitation = createRoute({
  ...outside,
  path: '/invitation/$token',
  component: function InvitationRoute() {
    return <Invitation token={useParams({ from: '/invitation/$token' }).token} />
  },
})
const home = createRoute({ ...inHouse, path: '/', component: Home })
const list = createRoute({
  ...inHouse,
  path: '/list/$entity',
  validateSearch: parseListSearch,
  component: function ListRoute() {
    const { entity } = list.useParams()
    return <List key={entity} entity={entity} search={list.useSearch()} />
  },
})
const newRecord = createRoute({
  ...inHouse,
  path: '/new/$entity',
  validateSearch: (search): { with?: Record<string, unknown> } => {
    const start = objectOf(search['with'])
    return start ? { with: start } : {}
  },
  component: function NewRecordRoute() {
    const { entity } = newRecord.useParams()
    return <NewRecord key={entity} entity={entity} prefill={newRecord.useSearch().with ?? {}} />
  },
})
const record = createRoute({
  ...inHouse,
  path: '/record/$entity/$id',
  component: function RecordRoute() {
    const { entity, id } = record.useParams()
    return <RecordView key={`${entity}/${id}`} entity={entity} id={id} />
  },
})
const report = createRoute({
  ...inHouse,
  path: '/report/$name',
  validateSearch: (search): Record<string, unknown> => search,
  component: function ReportRoute() {
    const { name } = report.useParams()
    return <Report key={name} name={name} params={report.useSearch()} />
  },
})
const importing = createRoute({
  ...inHouse,
  path: '/import/$entity',
  component: function ImportRoute() {
    const { entity } = importing.useParams()
    return <Import key={entity} entity={entity} />
  },
})
const bin = createRoute({ ...inHouse, path: '/bin', component: Bin })
const search = createRoute({
  ...inHouse,
  path: '/search',
  validateSearch: (query): { q?: string } => {
    const q = textOf(query['q'])
    return q ? { q } : {}
  },
  component: function SearchRoute() {
    return <Search q={search.useSearch().q ?? ''} />
  },
})
const print = createRoute({
  ...inHouse,
  path: '/print/$layout/$id',
  component: function PrintRoute() {
    const { layout, id } = print.useParams()
    return <Print key={`${layout}/${id}`} layout={layout} id={id} />
  },
})
const settings = createRoute({
  ...inHouse,
  path: '/settings/{-$section}',
  component: function SettingsRoute() {
    return <Settings section={settings.useParams().section ?? ''} />
  },
})
const screen = createRoute({
  ...inHouse,
  path: '/$',
  component: function ScreenRoute() {
    return <ScreenPage path={useLocation().pathname} loaders={screens} />
  },
})

const insideHouse = [home, list, newRecord, record, report, importing, bin, search, print]
const routeTree = root.addChildren([
  signIn,
  setUp,
  invitation,
  house.addChildren([...insideHouse, settings, screen]),
])

const router = createRouter({
  routeTree,
  defaultPreload: false,
  scrollRestoration: true,
  defaultErrorComponent: Failure,
  defaultNotFoundComponent: NotFound,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

const place = document.getElementById('root')
if (!place) throw new Error('the page has no #root')
createRoot(place).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
)
