/** Which servers a company may name, so that nobody feels about in the operator's own network. */
import { lookup } from 'node:dns/promises'
import { BlockList, isIP, isIPv6 } from 'node:net'
import { fail } from '../../base/fail.ts'

/** Where mail is taken in (RFC 5321, 6409, 8314; 2525 where providers block the others). */
const mailPorts = new Set([25, 465, 587, 2525])

const inner = new BlockList()
const innerNets: [net: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
]
for (const [net, prefix] of innerNets) inner.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as [string, number][])
  inner.addSubnet(net, prefix, 'ipv6')

/** Whether an IP address lies in this machine or in a network that is not the open internet. */
export function isInner(address: string): boolean {
  return inner.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

export interface Target {
  /** What is connected to: looked up once, so that the name cannot come to mean another one. */
  address: string
  /** What the certificate must say; nothing where no name was given. */
  servername: string | undefined
}

/**
 * Where other companies share the installation, its administrators are not the operator: the
 * server must be in the open internet and listen where mail servers do.
 * @throws {Refusal} `mail-account.inner-address`, `mail-account.other-port`,
 *   `mail-account.host-unknown`
 */
export async function openTarget(host: string, port: number): Promise<Target> {
  if (!mailPorts.has(port)) fail('mail-account.other-port', { port }, { field: 'port' })
  const addresses = isIP(host) ? [host] : await lookedUp(host)
  // One inner address among them is enough: the next mail might go to it.
  if (addresses.some(isInner)) fail('mail-account.inner-address', { host }, { field: 'host' })
  return { address: addresses[0] ?? host, servername: isIP(host) ? undefined : host }
}

async function lookedUp(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address)
  } catch {
    return fail('mail-account.host-unknown', { host }, { field: 'host' })
  }
}
