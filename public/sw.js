/**
 * Lets the program open without a connection: keeps its own files, the same for everybody. Answers
 * of the server never pass through here; what a person has read is kept by the page, for that person.
 */
const build = new URL(location.href).searchParams.get('build') ?? ''
const shell = `shangmai-shell ${build}`
const page = '/index.html'

addEventListener('install', (event) => event.waitUntil(keepShell()))
addEventListener('activate', (event) => event.waitUntil(begin()))
addEventListener('message', ({ data }) => {
  if (data === 'take-over') void globalThis.skipWaiting()
})

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(openPage(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(openAsset(request))
})

/** What the main pages are made of; all else is kept as it is used. */
async function keepShell() {
  const cache = await caches.open(shell)
  const files = await (await fetch('/shell.json', { cache: 'no-cache' })).json()
  await Promise.all([cache.add(new Request(page, { cache: 'no-cache' })), cache.addAll(files)])
}

async function begin() {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith('shangmai-shell ') && name !== shell)
  await Promise.all(old.map((name) => caches.delete(name)))
  await globalThis.clients.claim()
}

async function openPage(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(page)
    if (kept) return kept
    throw error
  }
}

async function openAsset(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  // The letters of the drawing board are too large to be kept on every device.
  if (answer.ok && !request.url.endsWith('.ttf')) {
    const cache = await caches.open(shell)
    await cache.put(request, answer.clone())
  }
  return answer
}
