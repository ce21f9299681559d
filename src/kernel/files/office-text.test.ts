/** The words of documents, slides and sheets come out in their order; broken files are refused. */
import { expect, test } from 'vitest'
import { madeFiles, zipOf } from '../import/file/made-files.ts'
import { isOffice, mostCharacters, officeText } from './office-text.ts'

const prefix = 'application/vnd.openxmlformats-officedocument.'
const docx = `${prefix}wordprocessingml.document`

async function textOf(type: string, content: Parameters<typeof zipOf>[0] | Uint8Array) {
  await using files = await madeFiles()
  const bytes = content instanceof Uint8Array ? content : zipOf(content)
  const { path } = await files.write('file', bytes)
  return await officeText(path, type)
}

const word = (body: string) => ({
  'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
})
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

test('paragraphs are lines, cells of a table stand beside each other', async () => {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
  const body = `${paragraph('合約書')}${paragraph('A &amp; B')}
    <w:tbl><w:tr>${cell('品名')}${cell('數量')}</w:tr><w:tr>${cell('茶')}${cell('3')}</w:tr></w:tbl>
    <w:p><w:r><w:t>甲方</w:t><w:tab/><w:t>乙方</w:t></w:r></w:p>`
  const lines = (await textOf(docx, word(body))).split('\n').map((line) => line.trim())
  expect(lines).toEqual(['合約書', 'A & B', '品名 \t數量', '茶 \t3', '甲方\t乙方'])
})

test('slides follow their numbers', async () => {
  const slide = (text: string) => `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`
  const text = await textOf(`${prefix}presentationml.presentation`, {
    'ppt/slides/slide2.xml': slide('第二頁'),
    'ppt/slides/slide1.xml': slide('第一頁'),
  })
  expect(text.split('\n').filter((line) => line !== '')).toEqual([
    '— 1 —',
    '第一頁',
    '— 2 —',
    '第二頁',
  ])
})

test('an OpenDocument text is read by its headings and paragraphs', async () => {
  const text = await textOf('application/vnd.oasis.opendocument.text', {
    'content.xml': `<office:text><text:h>標題</text:h><text:p>一<text:span>二</text:span></text:p>
      </office:text>`,
  })
  expect(text).toBe('標題\n一二')
})

test('more than a preview shows is cut', async () => {
  const long = paragraph('字'.repeat(1000)).repeat(mostCharacters / 900)
  expect((await textOf(docx, word(long))).length).toBeLessThanOrEqual(mostCharacters)
})

test('what is damaged is refused, and what is no Office document is none', async () => {
  await expect(textOf(docx, Buffer.from('no container'))).rejects.toMatchObject({
    rule: 'import.damaged-file',
  })
  expect([isOffice('application/zip'), isOffice('application/pdf'), isOffice(docx)]).toEqual([
    false,
    false,
    true,
  ])
})
