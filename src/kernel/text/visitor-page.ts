/** A page for who has no account: plain HTML without any script, for every browser. */
import { escapeHtml } from './escape-html.ts'

export interface VisitorPage {
  /** Whose page it is; empty where that is not known. */
  company: string
  heading: string
  locale: string
}

/** @param parts ready HTML, in which whatever people wrote is escaped; empty ones are left out */
export function visitorPage(page: VisitorPage, parts: readonly string[]): string {
  const { locale } = page
  const [company, heading] = [escapeHtml(page.company), escapeHtml(page.heading)]
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${heading}</title>
<link rel="stylesheet" href="/visitor.css">
</head>
<body>
<main>
<p class="company">${company}</p>
<h1>${heading}</h1>
${parts.filter(Boolean).join('\n')}
</main>
</body>
</html>
`
}
