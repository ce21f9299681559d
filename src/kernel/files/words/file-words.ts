/** The words of a stored file, by what it is: Office, PDF and plain text; of others none. */
import { readFile } from 'node:fs/promises'
import { Refusal } from '../../base/fail.ts'
import { openThread } from '../../print/open-thread.ts'
import type { Reply } from '../../print/reply.ts'
import { isOffice, officeText } from '../office-text.ts'
import { onDisk } from '../on-disk.ts'
import type { FileStore } from '../store.ts'

/** Search reads no further into one text; see text/search-tokens.ts. */
export const mostWords = 10_000
/** Larger ones are scans or drawings, and cost more than their words are worth. */
const mostBytes = 64 * 1024 * 1024
const patienceMs = 60_000

export interface Known {
  type: string
  size: string
  hash: string
}

/** @returns null where nothing can be read, be it damaged, locked or no text at all */
export async function fileWords(files: FileStore, file: Known): Promise<string | null> {
  const read = readerOf(file.type)
  if (!read || Number(file.size) > mostBytes || !(await files.has(file.hash))) return null
  const found = await onDisk(files, file.hash, (path) => read(path, file.type))
  const words = found.replaceAll('\0', '').toWellFormed().trim()
  return words === '' ? null : words.slice(0, mostWords)
}

type ReadWords = (path: string, type: string) => Promise<string>

function readerOf(type: string): ReadWords | null {
  if (isOffice(type)) return officeWords
  if (type === 'application/pdf') return pdfWords
  return type === 'text/plain' || type === 'text/csv' ? plainWords : null
}

/** A damaged document is kept all the same: it is only not found by its words. */
async function officeWords(path: string, type: string): Promise<string> {
  try {
    return await officeText(path, type)
  } catch (error) {
    if (error instanceof Refusal) return ''
    throw error
  }
}

async function plainWords(path: string): Promise<string> {
  const bytes = await readFile(path)
  const [first, second] = bytes
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : null
  const text = new TextDecoder(wide ?? 'utf-8').decode(bytes.subarray(0, mostWords * 4))
  // Older encodings come out as question marks, which nobody looks for.
  return text.replaceAll('\ufffd', '')
}

/** In a thread of its own, which is given up when a document takes too long. */
async function pdfWords(path: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  const thread = openThread<Reply<string>>(new URL('pdf-words.ts', import.meta.url), {
    answered: (reply) => resolve('result' in reply ? reply.result : ''),
    lost: () => resolve(''),
  })
  thread.work(path, patienceMs)
  const words = await promise
  await thread.end()
  return words
}
