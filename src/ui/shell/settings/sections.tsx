/** The sections of the settings: what is a person's own, and what is the company's. */
import type { Translate } from '#ui/base/house.tsx'
import {
  IconActivityHeartbeat,
  IconAsterisk,
  IconBell,
  IconBuilding,
  IconDatabaseExport,
  IconForms,
  IconHash,
  IconHistory,
  IconListCheck,
  IconListDetails,
  IconMail,
  IconSchool,
  IconPrinter,
  IconShield,
  IconUser,
  IconUserShare,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
import { lazy, type ComponentType } from 'react'

const Account = lazy(async () => ({ default: (await import('./account.tsx')).Account }))
const Notifications = lazy(async () => ({
  default: (await import('./notifications.tsx')).Notifications,
}))
const Company = lazy(async () => ({ default: (await import('./company.tsx')).Company }))
const Users = lazy(async () => ({ default: (await import('./users.tsx')).Users }))
const HandOver = lazy(async () => ({ default: (await import('./hand-over.tsx')).HandOver }))
const Roles = lazy(async () => ({ default: (await import('./roles.tsx')).Roles }))
const OwnFields = lazy(async () => ({ default: (await import('./own-fields.tsx')).OwnFields }))
const ChoiceLists = lazy(async () => ({
  default: (await import('./choice-lists.tsx')).ChoiceLists,
}))
const RequiredFields = lazy(async () => ({
  default: (await import('./required-fields.tsx')).RequiredFields,
}))
const PrintLayouts = lazy(async () => ({
  default: (await import('./print-layouts.tsx')).PrintLayouts,
}))
const Numbering = lazy(async () => ({ default: (await import('./numbering.tsx')).Numbering }))
const Log = lazy(async () => ({ default: (await import('./log.tsx')).Log }))
const Health = lazy(async () => ({ default: (await import('#ui/system/health.tsx')).Health }))
const MailAccount = lazy(async () => ({
  default: (await import('#ui/system/mail-account.tsx')).MailAccount,
}))
const Backups = lazy(async () => ({ default: (await import('#ui/system/backups.tsx')).Backups }))
const Operations = lazy(async () => ({
  default: (await import('#ui/history/operations.tsx')).Operations,
}))

const PracticeCompany = lazy(async () => ({
  default: (await import('#ui/practice/practice-company.tsx')).PracticeCompany,
}))

export interface Section {
  key: string
  label: string
  icon: Icon
  body: ComponentType
  /** For administrators. */
  isCompanys: boolean
}

export function sectionsOf(t: Translate): Section[] {
  return [
    own('', t('My account'), IconUser, Account),
    own('notifications', t('Notifications'), IconBell, Notifications),
    own('operations', t('Bulk operations'), IconHistory, Operations),
    companys('company', t('Company'), IconBuilding, Company),
    companys('users', t('Users'), IconUsers, Users),
    companys('handover', t('Leavers'), IconUserShare, HandOver),
    companys('roles', t('Roles and rights'), IconShield, Roles),
    companys('fields', t('Own fields'), IconForms, OwnFields),
    companys('required', t('Required fields'), IconAsterisk, RequiredFields),
    companys('choices', t('Lists of choices'), IconListCheck, ChoiceLists),
    companys('numbering', t('Document numbers'), IconHash, Numbering),
    companys('layouts', t('Print layouts'), IconPrinter, PrintLayouts),
    companys('mail', t('Mail account'), IconMail, MailAccount),
    companys('practice', t('Practice company'), IconSchool, PracticeCompany),
    companys('log', t('Log'), IconListDetails, Log),
    companys('backup', t('Backup'), IconDatabaseExport, Backups),
    companys('health', t('System health'), IconActivityHeartbeat, Health),
  ]
}

function own(key: string, label: string, icon: Icon, body: ComponentType): Section {
  return { key, label, icon, body, isCompanys: false }
}

function companys(key: string, label: string, icon: Icon, body: ComponentType): Section {
  return { key, label, icon, body, isCompanys: true }
}
