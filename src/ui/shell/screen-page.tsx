/** Shows a module's own screen: found by its address among the screens this person may open. */
import { useHouse } from '#ui/base/house.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import type { Screen } from '#ui/screen.tsx'
import { useQuery } from '@tanstack/react-query'
import { Failure, NotFound } from './failure.tsx'

/** File → loader of its `screen`. */
export type ScreenLoaders = Record<string, () => Promise<unknown>>

async function loadScreens(loaders: ScreenLoaders): Promise<Screen[]> {
  return (await Promise.all(Object.values(loaders).map((load) => load()))) as Screen[]
}

export function ScreenPage(props: { path: string; loaders: ScreenLoaders }) {
  const isMine = useHouse().screens.includes(props.path)
  const screens = useQuery({
    queryKey: ['screens'],
    queryFn: () => loadScreens(props.loaders),
    staleTime: Infinity,
    enabled: isMine,
  })
  if (!isMine) return <NotFound />
  if (screens.error) return <Failure error={screens.error} />
  if (!screens.data) return <Waiting />
  const screen = screens.data.find(({ path }) => path === props.path)
  return screen ? screen.render() : <NotFound />
}
