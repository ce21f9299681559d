/** What everyone at the door needs: the house, its key, and what it remembers of wrong tries. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../action/caller.ts'
import type { House } from '../house.ts'
import type { AddressLimit, Strangers } from './attempts.ts'
import { giveCookie } from './cookie.ts'

export interface SessionOptions {
  /** Seals the secrets of authenticator apps; 32 bytes or more. */
  secretKey: Buffer
  /** Always mark the cookie Secure, e.g. behind a proxy that ends https; else by the request. */
  secureCookie: boolean
  /** Failed tries from one address; 0 = no limit. */
  rateLimitPerMinute: number
  /** Address that people open, without a slash at its end; else the one the request came to. */
  publicUrl?: string
  /** Fills a new company (roles, number series, …) in the transaction that makes it. */
  afterSetup?: AfterSetup
}

export type AfterSetup = (house: House, caller: Caller) => Promise<void>

export interface Door {
  house: House
  options: SessionOptions
  limit: AddressLimit
  strangers: Strangers
}

/** Whose password it is. */
export interface Account {
  tenant: string
  user: string
}

/** Where a request comes from, for the list of sessions and the audit. */
export interface Visit {
  address: string
  agent: string
  requestId: string
  at: Date
}

const longestAgent = 300

export function visitOf(house: House, request: FastifyRequest): Visit {
  return {
    address: request.ip,
    agent: (request.headers['user-agent'] ?? '').slice(0, longestAgent),
    requestId: request.id,
    at: house.now(),
  }
}

/** Hands the browser its token. */
export function letIn(door: Door, request: FastifyRequest, reply: FastifyReply, token: string) {
  giveCookie(reply, token, door.options.secureCookie || request.protocol === 'https')
  return { ok: true as const }
}
