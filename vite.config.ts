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
      const codes = chunks.filter(({ fileName }) => needed.has(fileName)).map(({ code }) => code)
      const sizes = await Promise.all(codes.map((code) => promisify(gzip)(code, { level: 9 })))
      const total = sizes.reduce((sum, { length }) => sum + length, 0)
      if (total > mostAtFirst) this.error(`The first page loads ${total} bytes of script`)
      this.info(`The first page loads ${total} bytes of script`)
    },
  }
}

/** Libraries that change rarely get files of their own, so that a new version reloads little. */
const groups = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
  { name: 'tanstack', test: /node_modules\/@tanstack\// },
]

export default defineConfig({
  plugins: [react(), uiMessages(), compressedCopies(), firstLoadBudget()],
  build: {
    outDir: 'dist/web',
    target: 'es2023',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
})
