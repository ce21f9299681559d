/** Sets paper forms and labels in type, as a PDF or as drawings of the pages. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { fail } from '../base/fail.ts'
import type { PrintForm } from './form.ts'
import { labelsOf, type LabelSheet } from './label-sheet.ts'
import { sheetOf } from './sheet.ts'
import { pagesOf } from './svg-pages.ts'

export interface Typesetter {
  pdf(form: PrintForm): Uint8Array<ArrayBuffer>
  pages(form: PrintForm): string[]
  labels(labels: LabelSheet): Uint8Array<ArrayBuffer>
}

const template = fileURLToPath(new URL('form.typ', import.meta.url))
const labelTemplate = fileURLToPath(new URL('labels.typ', import.meta.url))
const folder = dirname(template)
const logoPath = 'logo'

/** How many later forms a typeset piece (a glyph, a paragraph) is remembered for. */
const memory = 3

/** Characters that none of these has are taken from the machine's own fonts, or shown as a box. */
const fontFiles = [
  'inter/400Regular/Inter_400Regular.ttf',
  'inter/700Bold/Inter_700Bold.ttf',
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
]

function fontPaths(): string[] {
  const { resolve } = createRequire(import.meta.url)
  return fontFiles.map((file) => resolve(`@expo-google-fonts/${file}`))
}

function compile(compiler: NodeCompiler, form: PrintForm): NodeTypstDocument {
  const { logo } = form.company
  if (logo) compiler.mapShadow(join(folder, logoPath), Buffer.from(logo))
  return set(compiler, template, sheetOf(form, logo ? logoPath : null))
}

function set(compiler: NodeCompiler, mainFilePath: string, sheet: object): NodeTypstDocument {
  const outcome = compiler.compile({ mainFilePath, inputs: { form: JSON.stringify(sheet) } })
  return outcome.result ?? refuse(compiler, outcome)
}

type Outcome = ReturnType<NodeCompiler['compile']>

/** Only a picture can be faulty on the user's side; anything else is a fault of the template. */
function refuse(compiler: NodeCompiler, outcome: Outcome): never {
  const problem = outcome.takeDiagnostics()
  const found: unknown = problem ? compiler.fetchDiagnostics(problem) : []
  const told = JSON.stringify(found)
  if (/"message":"(failed to decode image|unknown image format|failed to load)/.test(told)) {
    fail('print.logo-unreadable', {}, { field: 'company.logo' })
  }
  throw new Error(`The form could not be typeset: ${told}`)
}

/** Loads the typesetter and its fonts; it keeps what it learned for the next form. */
export function createTypesetter(): Typesetter {
  const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontPaths: fontPaths() }],
  })
  const tidied = <T>(use: () => T): T => {
    try {
      return use()
    } finally {
      compiler.resetShadow()
      compiler.evictCache(memory)
    }
  }
  return {
    pdf: (form) => tidied(() => new Uint8Array(compiler.pdf(compile(compiler, form)))),
    pages: (form) => tidied(() => pagesOf(compiler.plainSvg(compile(compiler, form)))),
    labels: (labels) =>
      tidied(() => new Uint8Array(compiler.pdf(set(compiler, labelTemplate, labelsOf(labels))))),
  }
}
