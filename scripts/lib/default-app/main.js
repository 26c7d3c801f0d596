'use strict'
// What `electron [-r module] [flags] path` means; an Electron release has the same in its own default_app.asar.
const { existsSync, readFileSync } = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const { app } = require('electron')

function parse(argv) {
  const modules = []
  for (let i = 1; i < argv.length; i++) {
    if (argv[i] === '-r' || argv[i] === '--require') modules.push(argv[++i])
    else if (argv[i] === '-v' || argv[i] === '--version') return { version: true, modules }
    else if (!argv[i].startsWith('-')) return { file: path.resolve(argv[i]), modules }
  }
  return { modules }
}

function describe(dir) {
  const file = path.join(dir, 'package.json')
  if (!existsSync(file)) return path.dirname(dir)
  const { name, productName, version, desktopName } = JSON.parse(readFileSync(file, 'utf8'))
  if (version) app.setVersion(version)
  if (productName || name) app.setName(productName || name)
  app.setDesktopName(desktopName || `${app.getName()}.desktop`)
  return dir
}

const { file, modules, version } = parse(process.argv)
if (version) {
  process.stdout.write(`v${process.versions.electron}\n`)
  process.exit(0)
}
// Preloads come first: Playwright's takes over process.argv and the ready event.
Module._preloadModules(modules)
if (!file) {
  process.stderr.write('Usage: electron [-r module] [flags] path\n')
  process.exit(1)
}
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
app.setAppPath(describe(file))
Module._load(file, null, true)
