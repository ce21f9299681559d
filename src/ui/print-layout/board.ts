/** The drawing board: pdfme's Designer with our elements, our words and our letters alone. */
import regular from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url'
import bold from '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf?url'
import type { Font, Plugin, PropPanelSchema, Template } from '@pdfme/common'
import { barcodes, ellipse, image, line, rectangle, table, text } from '@pdfme/schemas'
import './no-eval.ts'
import { Designer } from '@pdfme/ui'
import type { Drawing, DrawnElement } from './drawing.ts'
import { boldFace, plainFace } from './elements.ts'

export interface BoardWish {
  place: HTMLDivElement
  drawing: Drawing
  sheet: { width: number; height: number; edge: number }
  lang: 'en' | 'zh'
  words: Record<string, string>
  /** Said at the switch that every element has. */
  everyPage: string
  /** Names of the kinds of element, by type. */
  kinds: Record<string, string>
  theme: Record<string, unknown>
  onDraw: (drawing: Drawing) => void
  onSelect: (names: string[]) => void
  onPage: (page: number) => void
}

export interface Board {
  show: (drawing: Drawing) => void
  select: (names: string[]) => void
  close: () => void
}

let letters: Promise<Font> | null = null

async function read(address: string): Promise<ArrayBuffer> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The typeface did not come: ${answer.status}`)
  return answer.arrayBuffer()
}

async function readLetters(): Promise<Font> {
  const [plain, strong] = await Promise.all([read(regular), read(bold)])
  return { [plainFace]: { data: plain, fallback: true }, [boldFace]: { data: strong } }
}

export async function openBoard(wish: BoardWish): Promise<Board> {
  letters ??= readLetters()
  const font = await letters.catch((error: unknown) => {
    letters = null
    throw error
  })
  const { place: domContainer, lang, words: labels, theme, sheet } = wish
  const designer = new Designer({
    domContainer,
    template: templateOf(wish.drawing, sheet),
    plugins: pluginsOf(wish),
    options: { font, lang, labels, theme, sidebarOpen: true },
  })
  designer.onChangeTemplate((template) => wish.onDraw(drawingOf(template)))
  designer.onChangeSelection(({ schemas }) => wish.onSelect(schemas.map(({ name }) => name)))
  designer.onPageChange(({ currentPage }) => wish.onPage(currentPage))
  return {
    show: (drawing) => designer.updateTemplate(templateOf(drawing, sheet)),
    select: (names) => designer.selectSchemas(names),
    close: () => designer.destroy(),
  }
}

function templateOf({ pages }: Drawing, { width, height, edge }: BoardWish['sheet']): Template {
  return { schemas: pages, basePdf: { width, height, padding: [edge, edge, edge, edge] } }
}

function drawingOf({ schemas }: Template): Drawing {
  return { pages: schemas as DrawnElement[][] }
}

/** What the board would offer beside its own properties and what we do not print. */
const hidden = ['textFormat', 'useInlineMarkdown', 'useDynamicFontSize', 'dynamicFontSize'] as const

function pluginsOf({ kinds, everyPage }: BoardWish): Record<string, Plugin> {
  const all: Plugin[] = [
    text,
    steadyTable(table),
    image,
    line,
    rectangle,
    ellipse,
    barcodes.code128,
    barcodes.qrcode,
    barcodes.ean13,
  ]
  return Object.fromEntries(
    all.map((plugin) => {
      const { type } = plugin.propPanel.defaultSchema
      return [kinds[type] ?? type, type === 'table' ? bound(plugin) : bound(plugin, everyPage)]
    }),
  )
}

/** Its values come from the record: nobody fills it in, so nothing asks whether it must be. */
function bound(plugin: Plugin, everyPage?: string): Plugin {
  const { propPanel } = plugin
  const own = propPanel.schema
  const unasked = { type: 'string', hidden: true } as PropPanelSchema
  const more: Record<string, PropPanelSchema> = { type: unasked, required: unasked }
  if (everyPage)
    more['everyPage'] = { title: everyPage, type: 'boolean', widget: 'checkbox', span: 24 }
  const schema: typeof own = (props) => {
    const given = typeof own === 'function' ? own(props) : own
    const kept = Object.entries(given).filter(
      ([name]) => !(hidden as readonly string[]).includes(name),
    )
    return { ...more, ...Object.fromEntries(kept) }
  }
  const defaultSchema = { ...propPanel.defaultSchema, readOnly: true }
  return { ...plugin, propPanel: { ...propPanel, schema, defaultSchema } }
}

/** Which columns it has is chosen in our palette; on the board they are named and made wider. */
function steadyTable(plugin: Plugin): Plugin {
  const ui: Plugin['ui'] = (props) => {
    const { onChange, schema } = props
    if (!onChange) return plugin.ui(props)
    const count = (schema as { head?: unknown[] }).head?.length
    const steady: typeof onChange = (changes) => {
      const list = Array.isArray(changes) ? changes : [changes]
      const head = list.find(({ key }) => key === 'head')?.value as unknown[] | undefined
      if (!head || head.length === count) onChange(changes)
    }
    return plugin.ui({ ...props, onChange: steady })
  }
  return { ...plugin, ui }
}
