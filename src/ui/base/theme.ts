/** The palette of tokens.css as antd wants it; both must show the same colours. */
import { theme as antdTheme, type ThemeConfig } from 'antd'
import type { Density } from './preferences.ts'

const light = {
  colorPrimary: '#1D6B62',
  colorPrimaryHover: '#23796F',
  colorPrimaryActive: '#16564F',
  colorBgBase: '#FFFFFF',
  colorBgContainer: '#FFFFFF',
  colorBgElevated: '#FFFFFF',
  colorBgLayout: '#F4F3EF',
  colorText: '#20262B',
  colorTextSecondary: '#5C646B',
  colorTextTertiary: '#666E74',
  colorTextQuaternary: '#666E74',
  colorTextPlaceholder: '#666E74',
  colorTextDescription: '#5C646B',
  colorTextLightSolid: '#FFFFFF',
  colorBorder: '#E5E2DA',
  colorBorderSecondary: '#EFEDE7',
  colorSplit: '#EFEDE7',
  colorFillAlter: '#FAF9F6',
  colorError: '#BE3F2B',
  colorWarning: '#A86A12',
  colorSuccess: '#2F7D4F',
  colorInfo: '#2E5F9E',
  colorLink: '#1D6B62',
  colorLinkHover: '#16564F',
  controlItemBgActive: '#E3EFEC',
  controlItemBgHover: '#F4F3EF',
  boxShadow: '0 8px 28px rgba(23,36,35,.14)',
  boxShadowSecondary: '0 8px 28px rgba(23,36,35,.14)',
}

const dark: Record<keyof typeof light, string> = {
  colorPrimary: '#57B5A6',
  colorPrimaryHover: '#6FC6B8',
  colorPrimaryActive: '#4AA596',
  colorBgBase: '#111516',
  colorBgContainer: '#181D1F',
  colorBgElevated: '#1F2527',
  colorBgLayout: '#111516',
  colorText: '#E4E8E7',
  colorTextSecondary: '#A1AAAB',
  colorTextTertiary: '#8A9495',
  colorTextQuaternary: '#8A9495',
  colorTextPlaceholder: '#8A9495',
  colorTextDescription: '#A1AAAB',
  colorTextLightSolid: '#0B1514',
  colorBorder: '#2A3133',
  colorBorderSecondary: '#222829',
  colorSplit: '#222829',
  colorFillAlter: '#14191A',
  colorError: '#E5806D',
  colorWarning: '#D9A14A',
  colorSuccess: '#6CBF8C',
  colorInfo: '#86AEDE',
  colorLink: '#57B5A6',
  colorLinkHover: '#6FC6B8',
  controlItemBgActive: '#1B302D',
  controlItemBgHover: '#222829',
  boxShadow: '0 8px 28px rgba(0,0,0,.5)',
  boxShadowSecondary: '0 8px 28px rgba(0,0,0,.5)',
}

function heightOf(density: Density, phone: boolean): number {
  if (phone) return 40
  return density === 'compact' ? 30 : 34
}

/** antd's settings for a shade, a row height, a screen width, and whether nothing may move. */
export function antdThemeOf(
  shade: 'light' | 'dark',
  density: Density,
  phone: boolean,
  still: boolean,
): ThemeConfig {
  return {
    algorithm: shade === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      ...(shade === 'dark' ? dark : light),
      fontFamily: 'inherit',
      fontSize: phone ? 15 : 13,
      controlHeight: heightOf(density, phone),
      controlHeightSM: phone ? 32 : 24,
      borderRadius: 6,
      borderRadiusLG: 10,
      borderRadiusSM: 4,
      controlOutlineWidth: 0,
      motion: !still,
      motionDurationFast: '0.1s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
      },
      Modal: { titleFontSize: 15 },
      Tooltip: { colorBgSpotlight: shade === 'dark' ? '#E4E8E7' : '#20262B' },
    },
  }
}
