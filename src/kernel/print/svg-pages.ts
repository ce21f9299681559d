/** Takes the one long drawing that the typesetter makes apart into one drawing per page. */

/** The white ground that starts a page; only pages stand at this depth. */
const pageStart = /^ {4}<path class="typst-shape" fill="#ffffff"[^>]*\/>\n/m

const definition = /<(symbol|clipPath) id="(\w+)"[^]*?<\/\1>/g

/** Thousandths of a point are finer than any printer; the rest of the digits is only weight. */
function lighten(svg: string): string {
  return svg
    .replaceAll(/-?\d+\.\d{4,}/g, (number) => String(Number(Number(number).toFixed(3))))
    .replaceAll(/>\s+</g, '><')
}

/**
 * @param svg all pages of one size below each other, as the typesetter's `plainSvg` gives them
 * @returns one SVG document per page, each with only the glyphs that it shows
 * @throws {Error} when the drawing is not built as expected
 */
export function pagesOf(svg: string): string[] {
  const width = Number(/ width="([\d.]+)pt"/.exec(svg)?.[1])
  const height = Number(/ height="([\d.]+)pt"/.exec(svg)?.[1])
  const bodyEnd = svg.indexOf('\n    <defs')
  const [, ...sheets] = svg.slice(0, bodyEnd).split(new RegExp(pageStart, 'gm'))
  if (!width || !height || bodyEnd < 0 || sheets.length === 0) throw new Error('No pages drawn')
  const definitions = [...svg.slice(bodyEnd).matchAll(definition)]
  return sheets.map((sheet, at) => {
    const used = new Set([...sheet.matchAll(/#(\w+)/g)].map(([, id]) => id))
    const needed = definitions.filter(([, , id]) => used.has(id)).map(([whole]) => whole)
    const box = { width, height: height / sheets.length }
    return lighten(page(sheet, needed, { ...box, top: at * box.height }))
  })
}

interface Box {
  width: number
  height: number
  top: number
}

function page(sheet: string, definitions: string[], { width, height, top }: Box): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 viewBox="0 ${top} ${width} ${height}" width="${width}pt" height="${height}pt">
<rect y="${top}" width="${width}" height="${height}" fill="#ffffff"/>
${sheet}<defs>${definitions.join('')}</defs></svg>`
}
