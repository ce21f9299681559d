/** How a stored file is handed to a browser so that nothing in it can act in our name. */

export interface Serving {
  type: string
  disposition: string
  policy: string
}

const shownInline = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
  'application/pdf',
])
const opaque = 'application/octet-stream'

/** Pictures and PDF are shown, the rest is saved; what could hold scripts travels as bytes. */
export function servingOf(type: string, name: string): Serving {
  const inline = shownInline.has(type)
  return {
    type: isActive(type) ? opaque : type,
    disposition: dispositionOf(inline ? 'inline' : 'attachment', name),
    policy: type === 'application/pdf' ? pdfPolicy : sandbox,
  }
}

const sandbox = "default-src 'none'; sandbox"
// Browsers show no PDF in a sandbox; their viewers are walled off from our origin by themselves.
const pdfPolicy = "frame-ancestors 'self'"

export function isPicture(type: string): boolean {
  return type.startsWith('image/') && shownInline.has(type)
}

function isActive(type: string): boolean {
  return /(?:html|xml|svg|javascript|ecmascript)/u.test(type) && !type.includes('openxmlformats')
}

/** Content-Disposition with a name in any script (RFC 6266, RFC 8187) and a plain one beside it. */
export function dispositionOf(kind: 'inline' | 'attachment', name: string): string {
  const clean = name.toWellFormed().replaceAll(/[\p{Cc}\u2028\u2029]/gu, '')
  const plain = clean.replaceAll(/[^\x20-\x7e]/gu, '_').replaceAll(/["\\%;/]/gu, '_')
  const encoded = encodeURIComponent(clean).replaceAll(
    /['()*]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
