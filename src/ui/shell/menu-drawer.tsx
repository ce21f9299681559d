/** The whole menu on the phone, drawn in from the side. */
import { useT } from '#ui/base/house.tsx'
import { Drawer } from 'antd'
import { Menu, MenuFoot } from './rail.tsx'

export function MenuDrawer(props: { open: boolean; onClose: () => void }) {
  const t = useT()
  return (
    <Drawer
      open={props.open}
      onClose={props.onClose}
      placement="left"
      size={280}
      title={t('Main menu')}
      className="menu-drawer"
      styles={{ body: { padding: 0 } }}
    >
      <nav className="menu-drawer-body" aria-label={t('Main menu')}>
        <Menu onOpen={props.onClose} />
        <hr />
        <MenuFoot onOpen={props.onClose} />
      </nav>
    </Drawer>
  )
}
