/** Language, light or dark, and row height, as the person chose them; and whether shown around. */
import { administrator } from '../access/person.ts'
import { update } from '../action/crud.ts'
import { sql } from '../db/sql.ts'
import type { House } from '../house.ts'
import type { Locale } from '../http/wire.ts'
import { entityOf } from '../registry.ts'
import { keepChoices } from './choices.ts'
import type { Account } from './door.ts'
import { favouritesOf, type Favourite } from './favourites.ts'
import { tilesOf, type HomeTile } from './own-home.ts'
import { homeOfRoles, type RoleHome } from './role-home.ts'
import { reportsOf } from './own-reports.ts'
import type { SignedInCaller } from './identify.ts'
import { forgetPeople } from './people.ts'

export interface Preferences {
  locale: Locale | null
  theme: string | null
  density: string | null
  /** Whether the person was shown around, or declined. */
  tour: string | null
}

export interface Profile {
  name: string
  email: string
  /** Whether an authenticator app is asked for at sign-in. */
  authenticator: boolean
  preferences: Preferences
  favourites: Favourite[]
  /** Report → the saved one that it opens with. */
  reports: Record<string, string>
  /** Of the home page; none = what the role begins with. */
  tiles: HomeTile[]
  /** Null where none of the person's roles has one. */
  roleHome: RoleHome | null
}

type Kept = 'preferences' | 'favourites' | 'reports' | 'tiles' | 'roleHome'

interface ProfileRow extends Omit<Profile, Kept> {
  locale: Locale | null
  choices: Record<string, unknown> | null
}

export async function readProfile(house: House, { tenant, user }: Account): Promise<Profile> {
  const [row] = await house.database.read<ProfileRow>(
    tenant,
    sql`select u.name, u.email, u.locale, p.choices,
        coalesce(c.totp_confirmed_at is not null, false) as authenticator
      from "user" u
      left join preference p on p.tenant = u.tenant and p.id = u.id
      left join credential c on c.tenant = u.tenant and c.id = u.id
      where u.tenant = ${tenant} and u.id = ${user}::uuid`,
  )
  if (!row) throw new Error(`No such user: ${user}`)
  const { locale, choices, ...profile } = row
  return {
    ...profile,
    preferences: {
      locale,
      theme: text(choices?.theme),
      density: text(choices?.density),
      tour: text(choices?.tour),
    },
    favourites: favouritesOf(choices?.favourites),
    reports: reportsOf(choices?.reports),
    tiles: tilesOf(choices?.tiles),
    roleHome: await homeOfRoles(house, tenant, user),
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** Keeps what is given and leaves what is null as it was. */
export async function choosePreferences(
  house: House,
  signedIn: SignedInCaller,
  { locale, ...looks }: Preferences,
): Promise<void> {
  const given = Object.entries(looks).filter(([, value]) => value !== null)
  if (given.length > 0) await keepChoices(house, signedIn.session, Object.fromEntries(given))
  if (locale !== null) await speak(house, signedIn, locale)
}

/** It stands on the user's record, since mails follow it too; everyone may set the own one. */
async function speak(house: House, { caller }: SignedInCaller, locale: Locale): Promise<void> {
  const { tenant, person } = caller
  if (person.id === null || person.locale === locale) return
  const entitled = { ...caller, person: { ...person, roles: [administrator] } }
  await update(house, entitled, entityOf(house.registry, 'user'), person.id, { locale })
  forgetPeople(tenant)
}
