import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

const shared = resolve(__dirname, 'shared')

/**
 * Fonts come as woff2 and, for browsers of old, as woff: what no Electron asks for is dropped. The pieces of the whole
 * Noto Sans SC get a family name of their own, behind the one file that nearly all text is set in (docs/decisions/fonts.md).
 */
const fonts = {
  name: 'fonts',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!/@fontsource.*\.css/.test(id)) return undefined
    const woff2 = code.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '')
    return /noto-sans-sc.\d+\.css/.test(id) ? woff2.replaceAll(`'Noto Sans SC'`, `'Noto Sans SC Rare'`) : woff2
  },
}

export default defineConfig({
  main: {
    resolve: { alias: { '@shared': shared } },
    build: {
      target: 'node20.18',
      outDir: 'out/main',
      // Packages that are ES modules only: the Node of older Electrons can't require them.
      externalizeDeps: { exclude: ['@orpc/client', '@orpc/contract', '@orpc/server'] },
      rolldownOptions: { input: { main: resolve(__dirname, 'electron/main.ts') } },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: { input: { preload: resolve(__dirname, 'electron/preload.ts') }, output: { format: 'cjs' } },
    },
  },
  renderer: {
    root: resolve(__dirname, 'renderer'),
    resolve: { alias: { '@shared': shared, '@renderer': resolve(__dirname, 'renderer') } },
    plugins: [fonts, vue()],
    // Parts of Vue and vue-i18n that nothing here uses.
    define: {
      __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      __VUE_I18N_FULL_INSTALL__: 'false', __VUE_I18N_LEGACY_API__: 'false', __INTLIFY_PROD_DEVTOOLS__: 'false',
    },
    build: {
      target: 'chrome130',
      outDir: resolve(__dirname, 'out/renderer'),
      // The CSP loads fonts from our own origin only, not from data: addresses.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: resolve(__dirname, 'renderer/index.html') } },
    },
  },
})
