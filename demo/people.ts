/** The people of the demo company. */
export const demoPassword = 'shangmai-demo'

export const demoUsers = [
  { name: '林雅婷', email: 'admin@demo.local', title: 'Administrator', roles: ['administrator'] },
  { name: '王志明', email: 'lead@demo.local', title: 'Sales lead', roles: ['sales-lead'] },
  { name: '張雅婷', email: 'sales@demo.local', title: 'Salesperson', roles: ['sales'] },
  { name: '陳建宏', email: 'store@demo.local', title: 'Storekeeper', roles: ['storekeeper'] },
  { name: '黃淑芬', email: 'finance@demo.local', title: 'Finance', roles: ['finance'] },
  { name: '吳家豪', email: 'manager@demo.local', title: 'Manager', roles: ['manager'] },
] as const
