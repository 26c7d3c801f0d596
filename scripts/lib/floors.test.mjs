import { ESLint } from 'eslint'
import { expect, test } from 'vitest'
import { root } from './paths.mjs'

const eslint = new ESLint({ cwd: root })
const rules = ['no-restricted-imports', 'no-restricted-syntax']
/** Whether a file there may name this, at the top and where it is used. */
async function refused(filePath, name) {
  const script = `import { a } from '${name}'\nexport const b = [a, import('${name}')]\n`
  const [{ messages }] = await eslint.lintText(filePath.endsWith('.vue') ? `<script setup lang="ts">\n${script.replace('export ', '')}</script>\n` : script, { filePath })
  return rules.map((rule) => messages.some((message) => message.ruleId === rule))
}

test.each([
  ['shared/contract/probe.ts', '../../electron/store/types'], ['shared/rules/probe.ts', 'vue'],
  ['renderer/desk/probe.ts', '../../electron/store/types'], ['renderer/desk/probe.ts', 'node:fs'], ['renderer/components/Probe.vue', '../registers/repairs/order-form'],
  ['renderer/registers/repairs/Probe.vue', '../complaints/complaint-form'], ['renderer/registers/repairs/steps/Probe.vue', '../../complaints/complaint-form'], ['renderer/registers/repairs/probe.ts', 'electron'],
  ['electron/main.ts', '../renderer/client'], ['electron/window/probe.ts', '../../renderer/client'], ['electron/rpc/probe.ts', '../../renderer/client'],
  ['electron/station/probe.ts', 'electron'], ['electron/station/probe.ts', '../../renderer/locales'], ['electron/demo/probe.ts', 'electron'], ['electron/demo/probe.ts', '../window/window'],
  ['electron/store/probe.ts', 'electron'], ['electron/store/probe.ts', '../registers/house'],
  ['electron/registers/probe.ts', 'electron'], ['electron/registers/probe.ts', './repairs/write'], ['electron/registers/probe.ts', '../rpc/page'], ['electron/registers/probe.ts', '../../renderer/client'], ['electron/registers/probe.test.ts', 'electron'],
  ['electron/registers/repairs/probe.ts', 'electron'], ['electron/registers/repairs/probe.ts', '../complaints/write'], ['electron/registers/paid-services/prices/probe.ts', '../../complaints/write'], ['electron/registers/repairs/probe.ts', '../../peripherals/printers/spool'],
  ['electron/peripherals/printers/probe.ts', '../../store/types'],
])('%s may not name %s', async (file, name) => {
  expect(await refused(file, name)).toEqual([true, true])
})

test.each([
  ['shared/contract/probe.ts', 'zod'], ['renderer/registers/repairs/Probe.vue', '../../components/entry/client-part'], ['electron/station/start.ts', 'electron'], ['electron/window/probe.ts', 'electron'],
  ['electron/registers/probe.ts', './import/cells'], ['electron/registers/testing.ts', './staff/pin'], ['electron/registers/repairs/probe.ts', '../../store/types'], ['electron/registers/repairs/probe.ts', './write'],
  ['electron/demo/probe.ts', '../registers/repairs/repairs'], ['electron/rpc/probe.ts', '../station/counter'],
])('%s may name %s', async (file, name) => {
  expect(await refused(file, name)).toEqual([false, false])
})

test('ipc is named only where the port is handed over', async () => {
  const said = async (filePath) => (await eslint.lintText(`ipcMain.on('a', () => undefined)\n`, { filePath }))[0].messages.some(({ ruleId }) => ruleId === 'no-restricted-syntax')
  expect(await Promise.all(['electron/registers/repairs/probe.ts', 'electron/registers/probe.ts', 'electron/station/probe.ts', 'electron/rpc/probe.ts', 'renderer/desk/probe.ts', 'electron/peripherals/probe.ts'].map(said))).toEqual(Array(6).fill(true))
  expect(await Promise.all(['electron/window/port.ts', 'electron/preload.ts'].map(said))).toEqual([false, false])
})
