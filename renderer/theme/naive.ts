import type { GlobalThemeOverrides } from 'naive-ui'
import { commonDark, commonLight, commonShared, ownDark, ownLight, ownShared } from './tokens'

/** Naive UI's overrides of one theme; ui.md, "Tokens → Naive UI". */
export function themeOverrides(theme: 'light' | 'dark'): GlobalThemeOverrides {
  const common = theme === 'dark' ? commonDark : commonLight
  const own = theme === 'dark' ? ownDark : ownLight
  const stateColors = {
    colorInfo: own.primarySoft, textColorInfo: common.primaryColor,
    colorSuccess: own.stateInsideSoft, textColorSuccess: own.stateInside,
    colorWarning: own.stateWaitingSoft, textColorWarning: own.stateWaiting,
    colorError: own.stateOverdueSoft, textColorError: own.stateOverdue,
  }
  return {
    common: { ...commonShared, ...common, scrollbarColor: common.railColor, scrollbarColorHover: common.borderColor },
    Input: {
      border: `1px solid ${common.borderColor}`, borderHover: `1px solid ${common.primaryColor}`,
      borderFocus: `1px solid ${common.primaryColor}`, boxShadowFocus: `0 0 0 ${ownShared.focusRing} ${common.primaryColor}`,
      fontSizeMedium: '16px', heightMedium: '42px',
    },
    Button: { fontWeight: commonShared.fontWeight, border: `1px solid ${common.borderColor}`, color: common.cardColor },
    DataTable: {
      thColor: common.tableHeaderColor, thTextColor: common.textColor3, thFontWeight: commonShared.fontWeight,
      tdColorHover: common.hoverColor, borderColor: common.dividerColor,
      thPaddingSmall: '4px 8px', tdPaddingSmall: '6px 8px', fontSizeSmall: commonShared.fontSizeSmall,
    },
    InternalSelectMenu: { optionColorActive: own.primarySoft, optionColorPending: own.primarySoft, optionColorActivePending: own.primarySoft, optionTextColorActive: common.primaryColor },
    Tabs: { tabTextColorLine: common.textColor3, tabTextColorActiveLine: common.textColor1, barColor: common.primaryColor },
    Tag: stateColors,
    Checkbox: { boxShadowFocus: 'none', borderFocus: `1px solid ${common.primaryColor}` },
    Dialog: { color: common.modalColor, boxShadow: common.boxShadow3 },
    Popover: { color: common.popoverColor, boxShadow: common.boxShadow3 },
  }
}
