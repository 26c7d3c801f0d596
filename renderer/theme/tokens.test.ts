import { expect, test } from 'vitest'
import { tokensCss, variable } from './css'
import { themeOverrides } from './naive'
import { commonDark, commonLight, ownDark, ownLight } from './tokens'

test('the CSS variables are those of the token object', async () => {
  await expect(tokensCss()).toMatchFileSnapshot('./tokens.css')
})

test('a name is written as ui.md writes it', () => {
  expect(['textColor1', 'fontSizeTiny', 'cubicBezierEaseOut', 'paper80', 'primarySoft'].map(variable))
    .toEqual(['--q-text-color-1', '--q-font-size-tiny', '--q-cubic-bezier-ease-out', '--q-paper-80', '--q-primary-soft'])
})

test.each([['light', commonLight], ['dark', commonDark]] as const)('Naive UI gets the same %s colours, as literals', (theme, common) => {
  const overrides = themeOverrides(theme)
  expect(overrides.common).toMatchObject(common)
  expect(JSON.stringify(overrides)).not.toContain('var(')
})

test('both themes name the same tokens', () => {
  expect(Object.keys(commonDark)).toEqual(Object.keys(commonLight))
  expect(Object.keys(ownDark)).toEqual(Object.keys(ownLight))
})

/** Relative luminance and contrast ratio of WCAG 2.1. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r, g, bl] = [1, 3, 5].map((at) => {
      const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
    }) as [number, number, number]
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl
  }
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

test.each([['light', commonLight, ownLight], ['dark', commonDark, ownDark]] as const)('%s: text reads at 4.5 : 1, rules stand at 3 : 1', (_, common, own) => {
  for (const text of [common.textColor1, common.textColor2, common.textColor3, common.placeholderColor, common.primaryColor, own.stateInside, own.stateWaiting, own.stateOverdue, own.stateVoid]) {
    expect(contrast(text, common.cardColor)).toBeGreaterThanOrEqual(4.5)
  }
  for (const ground of [common.bodyColor, own.railBody, own.labelColor]) expect(contrast(common.textColor3, ground)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(own.stateInside, own.stateInsideSoft)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(own.stateWaiting, own.stateWaitingSoft)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(own.stateOverdue, own.stateOverdueSoft)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(common.primaryColor, own.primarySoft)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(common.baseColor, common.primaryColor)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(common.borderColor, common.cardColor)).toBeGreaterThanOrEqual(3)
})
