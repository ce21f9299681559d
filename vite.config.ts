/** How the web app is built (into dist/web, names carry a hash) and served while developing. */
import react from '@vitejs/plugin-react'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { simplifiedCatalogue } from './src/kernel/i18n/simplified.ts'

const server = process.env['SHANGMAI_SERVER'] ?? 'http://localhost:8080'
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

/** Libraries that change rarely get files of their own, so that a new version reloads little. */
const groups = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
  { name: 'tanstack', test: /node_modules\/@tanstack\// },
]

export default defineConfig({
  plugins: [react(), uiMessages()],
  build: {
    outDir: 'dist/web',
    target: 'es2023',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
})
