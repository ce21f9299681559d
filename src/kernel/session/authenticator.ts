/** Switching the authenticator app on and off. */
import { fail } from '../base/fail.ts'
import { sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'
import { codeSvg } from '../print/label.ts'
import { lockCredential, sealOwner, type CredentialRow } from './credential.ts'
import type { Account, Door, Visit } from './door.ts'
import { note } from './note.ts'
import { codeUri, newCodeSecret, stepOfCode } from './one-time-code.ts'
import { seal, unseal } from './seal.ts'

export interface CodeOffer {
  uri: string
  qrSvg: string
  secret: string
}

/**
 * Offers a secret for the app; it counts once a code made with it has come back.
 * @throws {Refusal} `session.code-is-on` (409)
 */
export async function offerAuthenticator(
  { house, options }: Door,
  account: Account,
  email: string,
): Promise<CodeOffer> {
  const { tenant, user } = account
  const secret = newCodeSecret()
  const sealed = seal(options.secretKey, sealOwner(account), secret)
  await house.database.transaction(tenant, async (tx) => {
    const row = await lockCredential(tx, account)
    if (row?.code_on) fail('session.code-is-on', {}, { status: 409 })
    await tx.query(
      sql`update credential set totp_secret = ${sealed}, totp_last_step = null
        where tenant = ${tenant} and id = ${user}`,
    )
  })
  const { name } = await house.companies.of(tenant)
  const uri = codeUri(secret, `Shangmai ${name}`, email)
  return { uri, qrSvg: codeSvg('qrcode', uri), secret }
}

/**
 * @throws {Refusal} `session.wrong-code` (422), `session.no-code-asked`, `session.code-is-on` (409)
 */
export async function confirmAuthenticator(
  { house, options }: Door,
  account: Account,
  code: string,
  visit: Visit,
): Promise<void> {
  const { tenant, user } = account
  await house.database.transaction(tenant, async (tx) => {
    const row = await lockCredential(tx, account)
    const step = stepOfCode(offeredSecret(row, account, options.secretKey), code, visit.at, null)
    if (step === null) fail('session.wrong-code', {}, { field: 'code' })
    await tx.query(
      sql`update credential set totp_confirmed_at = ${visit.at}, totp_last_step = ${step}
        where tenant = ${tenant} and id = ${user}`,
    )
    note(tx, account, user, 'authenticator-on', visit)
  })
}

function offeredSecret(row: CredentialRow | null, account: Account, secretKey: Buffer): string {
  if (row?.code_on) fail('session.code-is-on', {}, { status: 409 })
  if (!row?.totp_secret) fail('session.no-code-asked', {}, { status: 409 })
  return unseal(secretKey, sealOwner(account), row.totp_secret)
}

/** The present authenticator no longer counts, nor one that was begun. */
export async function forgetAuthenticator(
  tx: Transaction,
  { tenant, user }: Account,
): Promise<void> {
  await tx.query(
    sql`update credential set totp_secret = null, totp_confirmed_at = null, totp_last_step = null
      where tenant = ${tenant} and id = ${user}`,
  )
}
