/** The browser's token travels in a cookie that no script reads and no other site sends along. */
import { fastifyCookie } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isToken } from './token.ts'
import { longestDays } from './lifetime.ts'

const cookieName = 'shangmai_session'
const daySeconds = 86_400

/** @returns null without a cookie, and for one that no house of ours gave out */
export function tokenIn(request: FastifyRequest): string | null {
  const token = cookieIn(request)
  return token !== null && isToken(token) ? token : null
}

export function cookieIn(request: FastifyRequest): string | null {
  const { cookie } = request.headers
  return (cookie && fastifyCookie.parse(cookie)[cookieName]) || null
}

/** The house decides when a session ends; the cookie only has to live long enough. */
export function giveCookie(reply: FastifyReply, token: string, secure: boolean): void {
  set(reply, token, { secure, maxAge: longestDays * daySeconds })
}

export function takeCookie(reply: FastifyReply, secure: boolean): void {
  set(reply, '', { secure, maxAge: 0 })
}

function set(reply: FastifyReply, value: string, one: { secure: boolean; maxAge: number }): void {
  reply.setCookie(cookieName, value, { path: '/', httpOnly: true, sameSite: 'lax', ...one })
}
