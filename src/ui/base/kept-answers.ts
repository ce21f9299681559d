/** Keeps what a person has read on this device, to be read again without a connection. */

/** As the browser's own store of answers; a test brings another. */
export interface KeptStore {
  open(name: string): Promise<KeptShelf>
  keys(): Promise<string[]>
  delete(name: string): Promise<boolean>
}

interface KeptShelf {
  match(address: string): Promise<Response | undefined>
  put(address: string, answer: Response): Promise<void>
  delete(address: Request): Promise<boolean>
  keys(): Promise<readonly Request[]>
}

export interface KeptAnswer {
  /** When the server said so. */
  at: string
  answer: unknown
}

const prefix = 'shangmai-kept '
const ownerKey = 'shangmai.kept'
const mostKept = 300
const keptDays = 7
const whoAmI = '/api/meta'

// Of a person's own keys and devices, of work that is going on and of files nothing is kept.
const passing = [
  'session/',
  'api-key',
  'backup',
  'health',
  'jobs',
  'mail-account',
  'import',
  'notification',
  'print',
  'operation',
  'practice',
  'files',
  'openapi',
  'setup',
  'invitation',
].map((part) => `/api/${part}`)

/** Whose answers are kept now; null while nobody is known to be signed in. */
export function keptOwner(shelf: Pick<Storage, 'getItem'> = localStorage): string | null {
  return shelf.getItem(ownerKey)
}

/**
 * Keeps an answer for whoever asked; not when somebody else has come in the meantime.
 * @param asker whose answers were kept when the question was sent
 */
export async function keepAnswer(
  address: string,
  answer: unknown,
  asker: string | null,
  now: number = Date.now(),
  store: KeptStore | null = browserStore(),
): Promise<void> {
  if (!store || passing.some((part) => address.startsWith(part))) return
  const owner = address === whoAmI ? await begin(answer, store) : asker
  if (owner === null || owner !== keptOwner()) return
  const shelf = await store.open(prefix + owner)
  // One step takes the place of what was kept before, and ranks it as the newest.
  await shelf.put(
    address,
    new Response(JSON.stringify({ at: new Date(now).toISOString(), answer })),
  )
  const addresses = await shelf.keys()
  for (const old of addresses.slice(0, Math.max(0, addresses.length - mostKept)))
    await shelf.delete(old)
  // Whoever signed out while this was written leaves nothing behind.
  if (owner !== keptOwner()) await store.delete(prefix + owner)
}

/** The server has said who is asking: what was kept of anybody else goes. */
async function begin(answer: unknown, store: KeptStore): Promise<string> {
  const { user } = answer as { user: { id: string } }
  const names = await store.keys()
  const others = names.filter((name) => name.startsWith(prefix) && name !== prefix + user.id)
  await Promise.all(others.map((name) => store.delete(name)))
  localStorage.setItem(ownerKey, user.id)
  return user.id
}

export async function keptAnswer(
  address: string,
  now: number = Date.now(),
  store: KeptStore | null = browserStore(),
): Promise<KeptAnswer | null> {
  const owner = keptOwner()
  if (!store || owner === null) return null
  const found = await (await store.open(prefix + owner)).match(address)
  if (!found) return null
  const kept = (await found.json()) as KeptAnswer
  return Date.parse(kept.at) < now - keptDays * 86_400_000 ? null : kept
}

/** Somebody signs out, or in: nothing of what was read stays. */
export async function forgetKept(store: KeptStore | null = browserStore()): Promise<void> {
  localStorage.removeItem(ownerKey)
  if (!store) return
  const names = await store.keys()
  const kept = names.filter((name) => name.startsWith(prefix))
  await Promise.all(kept.map((name) => store.delete(name)))
}

/** Only over https, or on this machine itself. */
function browserStore(): KeptStore | null {
  return 'caches' in globalThis ? caches : null
}
