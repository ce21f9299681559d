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

/** Libraries that change rarely get files of their own, so that a new version reloads little. */
const groups = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
  { name: 'tanstack', test: /node_modules\/@tanstack\// },
]

export default defineConfig({
  plugins: [react(), uiMessages(), compressedCopies()],
  build: {
    outDir: 'dist/web',
    target: 'es2023',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
})
