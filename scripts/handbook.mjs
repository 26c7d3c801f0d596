/** `npm run handbook`: writes docs/handbook.zh-CN.md and its pictures, by doing each of its steps in the demo. */
process.env.QIANTAI_WRITE_HANDBOOK = '1'
process.argv.push('e2e/handbook.spec.ts')
await import('./e2e.mjs')
