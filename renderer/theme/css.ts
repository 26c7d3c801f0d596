import { commonDark, commonLight, commonShared, ownDark, ownLight, ownShared } from './tokens'

/** `textColor1` → `--q-text-color-1`. */
export function variable(name: string): string {
  return `--q-${name.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`)}`
}

function block(selector: string, ...sets: Record<string, string>[]): string {
  const lines = sets.flatMap((set) => Object.entries(set).map(([name, value]) => `  ${variable(name)}: ${value};`))
  return `${selector} {\n${lines.join('\n')}\n}\n`
}

/** The text of `tokens.css`. */
export function tokensCss(): string {
  return [
    '/* Written from tokens.ts by tokens.test.ts; change it there and run `npx vitest run renderer/theme -u`. */\n',
    block(':root', commonShared, ownShared),
    block(':root, [data-theme="light"]', { colorScheme: 'light' }, commonLight, ownLight).replace('--q-color-scheme', 'color-scheme'),
    block('[data-theme="dark"]', { colorScheme: 'dark' }, commonDark, ownDark).replace('--q-color-scheme', 'color-scheme'),
  ].join('\n')
}
