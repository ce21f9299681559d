/** Tells by its content what kind of file was handed in; what cannot be read is named. */
import { open } from 'node:fs/promises'
import { fail } from '#kernel/base/fail.ts'
import { detectEncoding } from './encoding.ts'

/** First bytes of files that people hand in instead of a table. */
const signatures: [format: string, bytes: string][] = [
  ['zip', '504b0304'],
  ['zip', '504b0506'],
  ['ole', 'd0cf11e0a1b11ae1'],
  ['pdf', '25504446'],
  ['gzip', '1f8b'],
  ['rar', '52617221'],
  ['7z', '377abcaf271c'],
  ['png', '89504e47'],
  ['jpeg', 'ffd8ff'],
  ['rtf', '7b5c7274'],
]

const markup = /^\s*<(?:!doctype|html|table|meta|head|style|div|\?xml|workbook)/iu

/**
 * `zip` (a workbook, if it has one inside) or `text`, by content and not by name.
 * @throws {Refusal} `import.unreadable-format` with the format: xls, encrypted, pdf, html, binary …
 */
export async function sniffFormat(path: string, name: string): Promise<'zip' | 'text'> {
  const head = await headOf(path)
  const hex = Buffer.from(head.subarray(0, 8)).toString('hex')
  const format = signatures.find(([, bytes]) => hex.startsWith(bytes))?.[0] ?? textFormat(head)
  if (format === 'zip') return format
  if (format === 'ole') refuse((await isEncrypted(path)) ? 'encrypted' : 'xls', name)
  if (format !== 'text') refuse(format, name)
  if (/\.(?:xlsx|xlsm|xlsb|ods)$/iu.test(name)) refuse('not-a-workbook', name)
  return format
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function textFormat(head: Uint8Array): string {
  const { encoding } = detectEncoding(head)
  const zeros = head.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0)
  if (zeros > head.length / 100 && !encoding.startsWith('utf-16')) return 'binary'
  return markup.test(new TextDecoder(encoding).decode(head)) ? 'html' : 'text'
}

function refuse(format: string, name: string): never {
  fail('import.unreadable-format', { format, name })
}

/** An encrypted workbook is an OLE file with a stream of this name. */
async function isEncrypted(path: string): Promise<boolean> {
  const file = await open(path)
  const wanted = Buffer.from('EncryptedPackage', 'utf16le')
  try {
    let kept = Buffer.alloc(0)
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      kept = Buffer.concat([kept, chunk as Buffer])
      if (kept.includes(wanted)) return true
      kept = kept.subarray(-wanted.length)
    }
    return false
  } finally {
    await file.close()
  }
}
