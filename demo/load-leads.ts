/** Leads of the demo company: new ones, some judged, and two that are the same. */
import type { Ctx } from '#kernel/action/ctx.ts'
import type { Draft } from '#kernel/entity/entity.ts'
import { DuplicatePair } from '#kernel/duplicates/duplicate-pair.entity.ts'
import { addDays } from '#kernel/time/date.ts'
import { discardLead, Lead, LeadForm, qualifyLead } from '#modules/leads/index.ts'

const siteForm: Draft<typeof LeadForm> = {
  name: '官網詢價表',
  heading: '需要報價或樣品嗎？',
  intro: '請留下您的需求，業務同仁會在一個工作天內與您聯絡。',
  asks: ['person', 'phone', 'email', 'industry', 'need', 'wantedOn'],
  musts: ['person', 'need'],
  consent: '我同意衡策貿易為了回覆本次詢問而保存並使用以上資料。',
  source: 'website',
  medium: '官網詢價表',
}

interface Known {
  name: string
  person: string
  jobTitle: string
  phone: string
  source: Lead['source']
  medium?: string
  campaign?: string
  industry: string
  need?: string
  estimate?: string
  /** Days from today. */
  wanted?: number
  /** How far it is; absent: new. */
  end?: 'qualified' | 'no-need' | 'unreachable'
  isNobodys?: true
}

const fair = { source: 'fair', medium: '台北國際工具機展', campaign: '2026 秋季展' } as const
const site = { source: 'website', medium: '官網詢價表' } as const

const known: readonly Known[] = [
  {
    ...fair,
    name: '曜石自動化有限公司',
    person: '莊育誠',
    jobTitle: '廠長',
    phone: '03-3550-1188',
    industry: '自動化',
    need: '新廠要兩條輸送線，希望含安裝',
    estimate: '1200000',
    wanted: 75,
    end: 'qualified',
  },
  {
    ...fair,
    name: '禾田食品機械廠',
    person: '謝佩玲',
    jobTitle: '採購主任',
    phone: '04-2358-6677',
    industry: '食品',
    need: '詢問封口機耗材的年度合約',
  },
  {
    ...site,
    name: '藍灣醫材股份有限公司',
    person: '簡志豪',
    jobTitle: '工程師',
    phone: '02-8797-3030',
    industry: '醫療器材',
    need: '無塵室用不鏽鋼零件報價',
    estimate: '360000',
  },
  {
    ...site,
    name: '蓝湾医材',
    person: '简志豪',
    jobTitle: '工程師',
    phone: '02-8797-3030',
    industry: '醫療器材',
    isNobodys: true,
  },
  {
    source: 'referral',
    medium: '宏達精密機械介紹',
    name: '穗豐包裝材料行',
    person: '卓美惠',
    jobTitle: '負責人',
    phone: '06-2233-8899',
    industry: '包裝',
    need: '想找穩定的紙箱膠帶供應',
    wanted: 30,
    end: 'qualified',
  },
  {
    source: 'call-in',
    name: '翠谷茶業',
    person: '葉宗憲',
    jobTitle: '經理',
    phone: '049-275-1234',
    industry: '茶業',
    isNobodys: true,
  },
  {
    source: 'list',
    medium: '產業公會名錄',
    name: '聯岳五金',
    person: '方先生',
    jobTitle: '業務',
    phone: '07-811-5566',
    industry: '五金',
    end: 'unreachable',
  },
  {
    source: 'advert',
    medium: '產業週刊',
    campaign: '耗材年約',
    name: '晨曦塑膠工業',
    person: '施雅雯',
    jobTitle: '採購',
    phone: '04-7766-001',
    industry: '塑膠',
    end: 'no-need',
  },
]

/** @param people ids of the users by e-mail */
export async function loadLeads(ctx: Ctx, people: ReadonlyMap<string, string>): Promise<void> {
  const owners = ['sales@demo.local', 'lead@demo.local'].map((email) => people.get(email) ?? null)
  const ids: string[] = []
  for (const [index, { wanted, end, isNobodys, ...facts }] of known.entries()) {
    const { id } = await ctx.create(Lead, {
      ...facts,
      owner: isNobodys ? null : (owners[index % owners.length] ?? null),
      wantedOn: wanted === undefined ? null : addDays(ctx.today, wanted),
    })
    ids.push(id)
    if (end === 'qualified') await ctx.do(qualifyLead, id)
    else if (end) await ctx.do(discardLead, id, { discardReason: end })
  }
  await addPair(ctx, ids[2] ?? '', ids[3] ?? '')
  await ctx.create(LeadForm, siteForm)
}

/** As a scan would have found them. */
async function addPair(ctx: Ctx, record: string, other: string): Promise<void> {
  await ctx.create(DuplicatePair, {
    name: `${known[2]?.name} · ${known[3]?.name}`,
    entity: 'lead',
    record,
    other,
    score: 98,
    reasons: ['same-name', 'same-phone'],
  })
}
