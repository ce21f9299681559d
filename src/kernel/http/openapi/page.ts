/** The API as a page that people can read and search with the browser. */
import { escapeHtml } from '../../text/escape-html.ts'
import type { OpenApi } from './describe.ts'

const style = `body{font:14px/1.5 system-ui,sans-serif;max-width:920px;margin:2rem auto;padding:0 1rem;color:#20262b;background:#f4f3ef}
h2{margin:2rem 0 .5rem;font-size:16px}details{background:#fff;border:1px solid #e5e2da;border-radius:6px;margin:.3rem 0;padding:.4rem .8rem}
summary{cursor:pointer}b{display:inline-block;width:4.5em;color:#1d6b62}code,pre{font:12px/1.5 ui-monospace,monospace}pre{overflow:auto}
@media(prefers-color-scheme:dark){body{background:#111516;color:#e4e8e7}details{background:#181d1f;border-color:#2a3133}b{color:#57b5a6}}`

export function docsPage(api: OpenApi): string {
  const groups = Map.groupBy(Object.entries(api.paths), ([path]) => path.split('/')[2] ?? '')
  const parts = [...groups].map(
    ([group, paths]) => `<h2>${escapeHtml(group)}</h2>${paths.map(pathPart).join('')}`,
  )
  const about = escapeHtml(String(api.info.description))
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Shangmai API</title><style>${style}</style><h1>Shangmai API</h1><p>${about} <a href="/api/openapi.json">OpenAPI 3.1</a></p>${parts.join('')}</html>`
}

function pathPart([path, methods]: [string, OpenApi['paths'][string]]): string {
  return Object.entries(methods)
    .map(([method, operation]) => {
      const { summary, ...rest } = operation
      return `<details><summary><b>${method.toUpperCase()}</b><code>${escapeHtml(path)}</code> ${escapeHtml(String(summary))}</summary><pre>${escapeHtml(JSON.stringify(rest, null, 1))}</pre></details>`
    })
    .join('')
}
