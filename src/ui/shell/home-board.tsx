/** The tiles that a person chose, and the tools to arrange them: by hand, keyboard or menu. */
import type { HouseMeta } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { MenuButton } from '#ui/base/menu-button.tsx'
import {
  IconArrowLeft,
  IconArrowRight,
  IconArrowsHorizontal,
  IconPlus,
  IconX,
} from '@tabler/icons-react'
import { Button } from 'antd'
import { useState, type DragEvent, type ReactNode } from 'react'
import { Tile } from './home-tile.tsx'
import type { HomeView } from './home-views.ts'
import { keyOf, moved, offeredTiles, resized, type HomeTile } from './home-tiles.ts'

interface BoardProps {
  tiles: HomeTile[]
  /** Saved views that may stand there. */
  views: readonly HomeView[]
  isArranging: boolean
  onChange: (tiles: HomeTile[]) => void
}

function useTileName(views: readonly HomeView[]): (tile: HomeTile) => string {
  const t = useT()
  const { reports, entities } = useHouse()
  return ({ kind, of }) => {
    const view = views.find(({ id }) => id === of)
    if (view) return t('View: {name}', { name: viewName(entities, view) })
    const name = reports[of ?? '']?.label ?? entities[of ?? '']?.label.many ?? ''
    if (kind === 'figure') return t('Figure: {name}', { name })
    if (kind === 'chart') return t('Chart: {name}', { name })
    if (kind === 'work') return t('Work: {name}', { name })
    if (kind === 'list') return t('List: {name}', { name })
    if (kind === 'open') return t('All open work')
    if (kind === 'health') return t('System health')
    return kind === 'log' ? t('Who did what') : t('Opened lately')
  }
}

/** Names such as "Mine" say little without what they are of. */
function viewName(entities: HouseMeta['entities'], { entity, name }: HomeView): string {
  return `${entities[entity]?.label.many ?? entity} · ${name}`
}

function sizeOf({ kind, wide }: HomeTile): string {
  const isSmall = kind === 'figure'
  if (wide) return isSmall ? 'home-half' : 'home-full'
  return isSmall ? 'home-quarter' : 'home-half'
}

/** Puts the tile that is held in the place of the one that it is dropped on. */
function useCarrying({ tiles, isArranging, onChange }: BoardProps) {
  const [held, hold] = useState<number | null>(null)
  return (at: number) => ({
    draggable: isArranging,
    onDragStart: () => hold(at),
    onDragOver: (event: DragEvent) => {
      if (held !== null) event.preventDefault()
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      if (held !== null) onChange(moved(tiles, held, at))
      hold(null)
    },
  })
}

export function Board(props: BoardProps) {
  const { tiles, isArranging } = props
  const carry = useCarrying(props)
  return (
    <div className="home-board">
      {tiles.map((tile, at) => (
        <div key={keyOf(tile)} className={`home-tile ${sizeOf(tile)}`} {...carry(at)}>
          {isArranging && <TileTools {...props} at={at} />}
          <div className="home-tile-body" inert={isArranging}>
            <Tile tile={tile} views={props.views} />
          </div>
        </div>
      ))}
    </div>
  )
}

function TileTools({ tiles, views, onChange, at }: BoardProps & { at: number }) {
  const t = useT()
  const nameOf = useTileName(views)
  const tile = tiles[at]
  const name = tile ? nameOf(tile) : ''
  const tool = (label: string, icon: ReactNode, next: HomeTile[], isOff = false) => (
    <button
      type="button"
      className="icon-button"
      aria-label={`${label}: ${name}`}
      title={label}
      disabled={isOff}
      onClick={() => onChange(next)}
    >
      {icon}
    </button>
  )
  const look = { size: 16, stroke: 1.7, 'aria-hidden': true }
  return (
    <div className="home-tools">
      <span className="grow clip">{name}</span>
      {tool(t('Move earlier'), <IconArrowLeft {...look} />, moved(tiles, at, at - 1), at === 0)}
      {tool(
        t('Move later'),
        <IconArrowRight {...look} />,
        moved(tiles, at, at + 1),
        at === tiles.length - 1,
      )}
      {tool(t('Change the width'), <IconArrowsHorizontal {...look} />, resized(tiles, at))}
      {tool(t('Take away'), <IconX {...look} />, tiles.toSpliced(at, 1), tiles.length === 1)}
    </div>
  )
}

/** Tiles that do not stand on the page yet. */
export function AddTile({ tiles, views, onChange }: Omit<BoardProps, 'isArranging'>) {
  const t = useT()
  const house = useHouse()
  const nameOf = useTileName(views)
  const known = new Set(tiles.map(keyOf))
  const items = offeredTiles(house, views)
    .filter((tile) => !known.has(keyOf(tile)))
    .map((tile) => ({
      key: keyOf(tile),
      label: nameOf(tile),
      onSelect: () => onChange([...tiles, tile]),
    }))
  if (items.length === 0) return null
  return (
    <MenuButton items={items}>
      <Button icon={<IconPlus size={17} stroke={1.6} aria-hidden />}>{t('Add a tile')}</Button>
    </MenuButton>
  )
}
