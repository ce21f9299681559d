/** How the web app is built (into dist/web, names carry a hash) and served while developing. */
import react from '@vitejs/plugin-react'
import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'
import { simplifiedCatalogue } from './src/kernel/i18n/simplified.ts'

const server = process.env['SHANGMAI_SERVER'] ?? 'http://localhost:7300'
const words = fileURLToPath(new URL('src/ui/ui.zh-Hant.json', import.meta.url))
const prefix = 'virtual:ui-messages/'

/** The screens' Chinese words in both scripts, for the pages before anybody is signed in. */
function uiMessages(): Plugin {
  return {
    name: 'ui-messages',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null
      this.addWatchFile(words)
      const traditional = JSON.parse(readFileSync(words, 'utf8')) as Record<string, string>
      const isSimplified = id.endsWith('zh-Hans')
      const messages = isSimplified ? simplifiedCatalogue(traditional) : traditional
      return `export default ${JSON.stringify(messages)}`
    },
  }
}

/** Compressed copies beside the files, so that the server never has to compress while serving. */
function compressedCopies(): Plugin {
  return {
    name: 'compressed-copies',
    apply: 'build',
    async writeBundle({ dir = '' }, files) {
      const names = Object.keys(files).filter((name) => /\.(js|css|svg|html)$/.test(name))
      await Promise.all(names.map((name) => compress(join(dir, name))))
    },
  }
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file)
  if (content.length < 1000) return
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }
  await Promise.all([
    writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 })),
    writeFile(`${file}.br`, await promisify(brotliCompress)(content, best)),
  ])
}

/** Compressed script that somebody waits for who opens a list first. */
const mostAtFirst = 380_000
const firstPage = 'src/ui/list/list-page.tsx'

/** Refuses to build when what everybody loads first has grown too heavy. */
function firstLoadBudget(): Plugin {
  return {
    name: 'first-load-budget',
    apply: 'build',
    async generateBundle(_options, files) {
      const chunks = Object.values(files).filter((file) => file.type === 'chunk')
      const isFirst = (id: string | null) => id?.endsWith(firstPage) === true
      const needed = new Set<string>()
      const need = (name: string) => {
        if (needed.has(name)) return
        needed.add(name)
        const chunk = files[name]
        if (chunk?.type === 'chunk') chunk.imports.forEach(need)
      }
      const start = chunks.filter((chunk) => chunk.isEntry || isFirst(chunk.facadeModuleId))
      for (const { fileName } of start) need(fileName)
      const first = chunks.filter(({ fileName }) => needed.has(fileName))
      const sizes = await Promise.all(
        first.map(async ({ name, code }) => {
          const { length } = await promisify(gzip)(code, { level: 9 })
          return { name, length }
        }),
      )
      const total = sizes.reduce((sum, { length }) => sum + length, 0)
      const parts = sizes.map(({ name, length }) => `${name} ${length}`).join(', ')
      const words = `The first page loads ${total} bytes of script: ${parts}`
      if (total > mostAtFirst) this.error(words)
      this.info(words)
    },
  }
}

/** Pages that open without a connection; what else they load is kept as it is used. */
const offlinePages = [
  firstPage,
  'src/ui/record/record-page.tsx',
  'src/ui/form/new-record-page.tsx',
  'src/ui/shell/home.tsx',
  'src/ui/outbox/outbox-page.tsx',
  'src/modules/insights/customer-overview.web.tsx',
]

/** Names what the worker (public/sw.js) keeps of the app from the start. */
function offlineShell(): Plugin {
  return {
    name: 'offline-shell',
    apply: 'build',
    // Once everything is written: chunks that hold nothing but styles are gone by then.
    async writeBundle({ dir = '' }, files) {
      const needed = new Set<string>()
      const need = (name: string) => {
        const file = files[name]
        if (needed.has(name) || file?.type !== 'chunk') return
        needed.add(name)
        file.viteMetadata?.importedCss.forEach((css) => needed.add(css))
        file.imports.forEach(need)
      }
      for (const file of Object.values(files)) {
        if (file.type !== 'chunk') continue
        const isPage = offlinePages.some((page) => file.facadeModuleId?.endsWith(page) === true)
        if (file.isEntry || isPage) need(file.fileName)
      }
      const source = JSON.stringify([...needed].map((name) => `/${name}`))
      await writeFile(join(dir, 'shell.json'), source)
    },
  }
}

/**
 * Libraries that change rarely get files of their own, so that a new version reloads little. What
 * everybody loads first is one file, and so is what most pages share: a browser asks for six files
 * at a time, and each takes its turn.
 */
const groups = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 5 },
  { name: 'tanstack', test: /node_modules\/@tanstack\//, priority: 5 },
  { name: 'first', tags: ['$initial' as const], priority: 4 },
  { name: 'icons', test: /node_modules\/@tabler\//, minShareCount: 2, priority: 3 },
  { name: 'controls', test: /node_modules\//, minShareCount: 24, priority: 2 },
  { name: 'parts', test: /\/src\/ui\/(?:base|field\/cell)/, minShareCount: 4, priority: 1 },
]

const noPdfFiles = fileURLToPath(new URL('src/ui/print-layout/no-pdf-files.ts', import.meta.url))

export default defineConfig({
  resolve: { alias: { '@pdfme/converter': noPdfFiles } },
  plugins: [react(), uiMessages(), compressedCopies(), firstLoadBudget(), offlineShell()],
  build: {
    outDir: 'dist/web',
    target: 'es2023',
    reportCompressedSize: false,
    // The drawing board of print layouts, which only administrators load.
    chunkSizeWarningLimit: 7500,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
})
