/** The people of the demo company. */
export const demoPassword = 'shangmai-demo'

export const demoUsers = [
  {
    name: '林雅婷',
    email: 'admin@demo.local',
    title: 'Administrator',
    post: '資訊主管',
    roles: ['administrator'],
  },
  {
    name: '王志明',
    email: 'lead@demo.local',
    title: 'Sales lead',
    post: '業務主管',
    roles: ['sales-lead'],
  },
  {
    name: '張雅婷',
    email: 'sales@demo.local',
    title: 'Salesperson',
    post: '業務專員',
    roles: ['sales'],
  },
  {
    name: '陳建宏',
    email: 'store@demo.local',
    title: 'Storekeeper',
    post: '倉管',
    roles: ['storekeeper'],
  },
  {
    name: '黃淑芬',
    email: 'finance@demo.local',
    title: 'Finance',
    post: '會計',
    roles: ['finance'],
  },
  {
    name: '吳家豪',
    email: 'manager@demo.local',
    title: 'Manager',
    post: '總經理',
    roles: ['manager'],
  },
] as const
