/** Posts to another program out in the internet, never to one of the operator's own network. */
import { lookup, type LookupAddress, type LookupOptions } from 'node:dns'
import { request as overTls, type RequestOptions } from 'node:https'
import { request as inPlain, type IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { isOnlyCompany } from '../health/installation.ts'
import type { House } from '../house.ts'
import { isInner } from '../mail/account/reachable.ts'

export interface Outgoing {
  url: string
  headers: Readonly<Record<string, string>>
  body: string
  signal: AbortSignal
}

/**
 * What came of it: an answer, whatever its status, or why there is none. Ways round to elsewhere
 * (3xx) are not gone.
 */
export type Answered = { status: number; text: string } | { fault: Fault; why: string }

/** 'inner-address' and 'plain' stay so; after 'no-answer' it may be tried again. */
export type Fault = 'inner-address' | 'plain' | 'no-answer'

/** More of an answer is not read. */
const longest = 64 * 1024
const patienceMs = 10_000

class Barred extends Error {
  readonly fault: Fault
  constructor(fault: Fault, host: string) {
    super(host)
    this.fault = fault
  }
}

/**
 * Where other companies share the installation, its administrators are not the operator: then
 * only servers in the open internet are asked. Without encryption only those of the own network.
 */
export async function postOut(house: House, outgoing: Outgoing): Promise<Answered> {
  const url = new URL(outgoing.url)
  const isAlone = await isOnlyCompany(house)
  const bar = (address: string): void => {
    if (isInner(address)) {
      if (!isAlone) throw new Barred('inner-address', url.hostname)
    } else if (url.protocol === 'http:') throw new Barred('plain', url.hostname)
  }
  try {
    const literal = url.hostname.replaceAll(/[[\]]/gu, '')
    if (isIP(literal)) bar(literal)
    return await send(url, outgoing, bar)
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).slice(0, 300)
    return { fault: error instanceof Barred ? error.fault : 'no-answer', why }
  }
}

type Bar = (address: string) => void

function send(url: URL, { headers, body, signal }: Outgoing, bar: Bar): Promise<Answered> {
  const ask = url.protocol === 'http:' ? inPlain : overTls
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    lookup: (host, wish, done) => barredLookup(host, wish, bar, done),
    agent: false,
  }
  return new Promise((resolve, reject) => {
    const asked = ask(url, options, (answer) => {
      read(answer).then((text) => resolve({ status: answer.statusCode ?? 0, text }), reject)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/** The very addresses that are connected to are looked at: a name cannot come to mean another. */
function barredLookup(host: string, wish: LookupOptions, bar: Bar, done: Found): void {
  lookup(host, { ...wish, all: true }, (error, addresses) => {
    if (error) return done(error, [])
    try {
      for (const { address } of addresses) bar(address)
    } catch (barred) {
      return done(barred as Error, [])
    }
    const [first] = addresses
    if (wish.all || !first) return done(null, addresses)
    return done(null, first.address, first.family)
  })
}

async function read(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer) {
    parts.push(part as Buffer)
    size += (part as Buffer).length
    if (size > longest) break
  }
  return Buffer.concat(parts).toString('utf8')
}
