const { rm } = require('node:fs/promises')
const { join } = require('node:path')

/** electron-builder's afterPack: an Electron folder given as `electronDist` brings its default app along. */
module.exports = async ({ appOutDir, packager }) => {
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true })
}
