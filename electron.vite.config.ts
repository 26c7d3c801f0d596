import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

const shared = resolve(__dirname, 'shared')

/** Fonts come as woff2 and, for browsers of old, as woff: drop what no Electron asks for. */
const woff2Only = {
  name: 'woff2-only',
  enforce: 'pre' as const,
  transform: (code: string, id: string) => (/@fontsource.*\.css/.test(id) ? code.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '') : undefined),
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
    plugins: [woff2Only, vue()],
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
