/** How the web app is built (into dist/web, names carry a hash) and served while developing. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env['SHANGMAI_SERVER'] ?? 'http://localhost:8080'

/** Libraries that change rarely get files of their own, so that a new version reloads little. */
const groups = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
  { name: 'tanstack', test: /node_modules\/@tanstack\// },
]

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist/web',
    target: 'es2023',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
})
