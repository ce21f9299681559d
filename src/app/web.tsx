/** Puts the web app together: its addresses, the pages behind them, and the modules' screens. */
import '@fontsource-variable/inter/wght.css'
import '#ui/base/tokens.css'
import '#ui/base/base.css'
import { afterFirstPage } from '#ui/base/after-first-page.ts'
import { parseListSearch } from '#ui/list/list-search.ts'
import { Failure, NotFound } from '#ui/shell/failure.tsx'
import { HouseGate } from '#ui/shell/house-gate.tsx'
import { installWorker } from '#ui/shell/install.ts'
import { queryClient } from '#ui/shell/query-client.ts'
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
import { StrictMode, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import * as pages from './pages.ts'

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
  component: pages.SignIn,
  validateSearch: (search): { back?: string } => {
    const back = textOf(search['back'])
    return back ? { back } : {}
  },
})
const setUp = createRoute({ ...outside, path: '/setup', component: pages.SetUp })
const invitation = createRoute({
  ...outside,
  path: '/invitation/$token',
  component: function InvitationRoute() {
    return <pages.Invitation token={useParams({ from: '/invitation/$token' }).token} />
  },
})
const home = createRoute({ ...inHouse, path: '/', component: pages.Home })
const list = createRoute({
  ...inHouse,
  path: '/list/$entity',
  validateSearch: parseListSearch,
  component: function ListRoute() {
    const { entity } = list.useParams()
    const asked = list.useSearch()
    // The router hands on beside it what was not understood.
    const search = useMemo(() => parseListSearch({ ...asked }), [asked])
    return <pages.List key={entity} entity={entity} search={search} />
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
    return (
      <pages.NewRecord key={entity} entity={entity} prefill={newRecord.useSearch().with ?? {}} />
    )
  },
})
const record = createRoute({
  ...inHouse,
  path: '/record/$entity/$id',
  component: function RecordRoute() {
    const { entity, id } = record.useParams()
    return <pages.RecordView key={`${entity}/${id}`} entity={entity} id={id} />
  },
})
const report = createRoute({
  ...inHouse,
  path: '/report/$name',
  validateSearch: (search): Record<string, unknown> => search,
  component: function ReportRoute() {
    const { name } = report.useParams()
    return <pages.Report key={name} name={name} params={report.useSearch()} />
  },
})
const importing = createRoute({
  ...inHouse,
  path: '/import/$entity',
  component: function ImportRoute() {
    const { entity } = importing.useParams()
    return <pages.Import key={entity} entity={entity} />
  },
})
const begin = createRoute({
  ...inHouse,
  path: '/begin/{-$step}',
  component: function BeginRoute() {
    return <pages.Begin step={begin.useParams().step} />
  },
})
const bin = createRoute({ ...inHouse, path: '/bin', component: pages.Bin })
const outbox = createRoute({ ...inHouse, path: '/outbox', component: pages.Outbox })
const search = createRoute({
  ...inHouse,
  path: '/search',
  validateSearch: (query): { q?: string } => {
    const q = textOf(query['q'])
    return q ? { q } : {}
  },
  component: function SearchRoute() {
    return <pages.Search q={search.useSearch().q ?? ''} />
  },
})
const print = createRoute({
  ...inHouse,
  path: '/print/$layout/$id',
  component: function PrintRoute() {
    const { layout, id } = print.useParams()
    return <pages.Print key={`${layout}/${id}`} layout={layout} id={id} />
  },
})
const draw = createRoute({
  ...inHouse,
  path: '/draw/$layout',
  component: function DrawRoute() {
    const { layout } = draw.useParams()
    return <pages.Draw key={layout} id={layout} />
  },
})
const settings = createRoute({
  ...inHouse,
  path: '/settings/{-$section}',
  component: function SettingsRoute() {
    return <pages.Settings section={settings.useParams().section ?? ''} />
  },
})
const screen = createRoute({
  ...inHouse,
  path: '/$',
  component: function ScreenRoute() {
    return <ScreenPage path={useLocation().pathname} loaders={screens} />
  },
})

const insideHouse = [
  home,
  list,
  newRecord,
  record,
  report,
  importing,
  bin,
  outbox,
  search,
  print,
  draw,
]
const routeTree = root.addChildren([
  signIn,
  setUp,
  invitation,
  house.addChildren([...insideHouse, begin, settings, screen]),
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

/** The page that is asked for comes while the server still says who is there. */
function loadFirst(): void {
  const { pathname } = location
  if (pathname.startsWith('/list/')) void pages.loadList()
  if (pathname.startsWith('/record/')) void pages.loadRecord()
}

/** Records are what is opened next, from wherever one stands. */
function comeToRest(): void {
  void pages.loadRecord()
  installWorker()
}

loadFirst()
afterFirstPage(() => queryClient.isFetching() > 0, comeToRest)
const place = document.getElementById('root')
if (!place) throw new Error('the page has no #root')
createRoot(place).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
)
