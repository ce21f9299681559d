/** Files are found by what stands in them, as far as one sees the record they belong to. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { sightOf } from '#kernel/action/caller.ts'
import { write } from '#kernel/action/write.ts'
import { openCtx } from '#kernel/action/open-ctx.ts'
import { zipOf } from '#kernel/import/file/made-files.ts'
import { asProgram } from '#kernel/jobs/as-program.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { search } from '#kernel/search/search.ts'
import { jobCall } from '#kernel/testing/job-call.ts'
import { useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Customer } from './index.ts'
import { openDiskStore } from '#kernel/files/disk-store.ts'
import { File } from '#kernel/files/file.entity.ts'
import { sniffType } from '#kernel/files/sniff-type.ts'
import { fileWords, mostWords } from '#kernel/files/words/file-words.ts'
import { readWordsJob } from '#kernel/files/words/read-words.job.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'shangmai-words-test-'))
const world = useWorld([kernelModule, ...modules])

async function keep(name: string, content: string | Uint8Array, record: string): Promise<string> {
  const { house, tenant } = world()
  house.files = await openDiskStore(dataDir)
  const { hash, size, head } = await house.files.put(Readable.from([Buffer.from(content)]), 1e6)
  const draft = { name, hash, size: String(size), type: await sniffType(head, name), revision: 1 }
  const { id } = await write(house, asProgram(tenant), {}, (unit) =>
    openCtx(unit).create(File, { ...draft, entity: 'customer', record }),
  )
  await readWordsJob.run(house, jobCall({ tenant, now: new Date(), payload: { file: id } }))
  return id
}

async function found(who: string, query: string): Promise<string[]> {
  const { house } = world()
  const { caller } = await world().as(who)
  const { hits } = await search(house, await sightOf(house, caller), query)
  return hits.filter(({ entity }) => entity === 'file').map(({ title }) => title)
}

/** One page with one line of text, as plain as a PDF may be. */
function pdfOf(text: string): string {
  const drawing = `BT /F 12 Tf 72 720 Td (${text}) Tj ET`
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
  const page = `<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F ${font}>>>>>>`
  return `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 612 792]>> endobj
3 0 obj ${page} endobj
4 0 obj <</Length ${drawing.length}>> stream
${drawing}
endstream endobj
trailer <</Root 1 0 R>>
`
}

test('by the words of an Office document, a PDF and a text; not by a stranger', async () => {
  const seller = await world().as('sales')
  const { id } = await seller.create(Customer, { name: 'Words' })
  const body = '<w:p><w:r><w:t>保固期為十八個月</w:t></w:r></w:p>'
  const xml = `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`
  await keep('合約.docx', zipOf({ 'word/document.xml': xml }), id)
  await keep('drawing.pdf', pdfOf('Bearing clearance Zanzibar'), id)
  await keep('note.txt', '交貨請走後門', id)
  expect(await found('sales', '十八個月')).toEqual(['合約.docx'])
  expect(await found('sales', 'zanzibar')).toEqual(['drawing.pdf'])
  expect(await found('sales', '後門')).toEqual(['note.txt'])
  const { caller } = await world().as('sales', 'Stranger')
  const { hits } = await search(world().house, await sightOf(world().house, caller), '十八個月')
  expect(hits).toEqual([])
  rmSync(dataDir, { recursive: true })
})

test('what is damaged has no words, and a long text only its beginning', async () => {
  const { house } = world()
  house.files = await openDiskStore(dataDir)
  const wordsOf = async (name: string, content: string) => {
    const { hash, size } = await house.files.put(Readable.from([Buffer.from(content)]), 1e6)
    const type = await sniffType(Buffer.from(content), name)
    return fileWords(house.files, { hash, size: String(size), type })
  }
  expect(await wordsOf('broken.pdf', '%PDF-1.7\nnothing of it')).toBeNull()
  expect(await wordsOf('picture.bin', '\0\u0001\u0002')).toBeNull()
  expect(await wordsOf('long.txt', '長'.repeat(50_000))).toHaveLength(mostWords)
  rmSync(dataDir, { recursive: true })
})
