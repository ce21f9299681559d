/** Gathers the text of one cell of a workbook, which comes in runs and pieces. */
import type { Limits } from './limits.ts'
import type { XmlEvents } from './xml.ts'

export interface CellPieces extends XmlEvents {
  /** The text since the last call, as it stands in the file. */
  take(): string
}

/** Takes what stands in values (`v`) and texts (`t`); pronunciation (`rPh`) is left out. */
export function startCellText(limits: Limits): CellPieces {
  let gathered = ''
  let isWanted = false
  let inPronunciation = false
  return {
    open(tag) {
      if (tag === 'rPh') inPronunciation = true
      if (tag === 'v' || (tag === 't' && !inPronunciation)) isWanted = true
    },
    text(piece) {
      // One more than allowed shows that the cell is too long; the rest would only fill the memory.
      if (isWanted && gathered.length <= limits.cellCharacters) gathered += piece
    },
    close(tag) {
      if (tag === 'rPh') inPronunciation = false
      if (tag === 'v' || tag === 't') isWanted = false
    },
    take() {
      const text = gathered
      gathered = ''
      return text
    },
  }
}

/** Characters that XML cannot hold stand as `_x000D_` (ECMA-376 22.4.2.4). */
export function textOf(stored: string): string {
  if (!stored.includes('_x')) return stored
  return stored.replaceAll(/_x([0-9a-f]{4})_/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
