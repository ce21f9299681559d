/** The company's own mail account: by which server its mails leave, and under which name. */
import { sql } from '../../db/sql.ts'
import type { House } from '../../house.ts'
import { seal, unseal } from '../../session/seal.ts'

export interface MailAccount {
  host: string
  port: number
  security: Security
  /** Null where the server asks for none. */
  user: string | null
  password: string | null
  senderName: string | null
  senderAddress: string
}

/** Encrypted from the first byte, encrypted after a plain greeting, or not at all. */
export type Security = 'tls' | 'starttls' | 'none'

/** As it is kept: the password sealed, openable for this company alone. */
export interface KeptAccount extends Omit<MailAccount, 'password'> {
  sealed: string | null
}

export async function keptAccount(
  { database }: Pick<House, 'database'>,
  tenant: string,
): Promise<KeptAccount | null> {
  const [row] = await database.read<KeptAccount>(
    tenant,
    sql`select host, port, security, login as "user", password as sealed,
        sender_name as "senderName", sender_address as "senderAddress"
      from mail_account where tenant = ${tenant}`,
  )
  return row ?? null
}

/** @throws {Error} when the key of the house is another one than it was sealed with */
export function opened(kept: KeptAccount, secretKey: Buffer, tenant: string): MailAccount {
  const { sealed, ...account } = kept
  const password = sealed === null ? null : unseal(secretKey, ownerOf(tenant), sealed)
  return { ...account, password }
}

export function sealedPassword(secretKey: Buffer, tenant: string, password: string): string {
  return seal(secretKey, ownerOf(tenant), password)
}

function ownerOf(tenant: string): string {
  return `mail-account ${tenant}`
}
