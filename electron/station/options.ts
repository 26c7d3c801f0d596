import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

export interface Options { dataDir: string; demo: boolean }

/**
 * Where this station keeps everything it owns: `--data-dir=DIR`, `QIANTAI_DATA_DIR`, else a folder in the user's data
 * directory. The demo has one of its own, whatever the environment says of the real one.
 */
export function readOptions(argv: string[], environment: NodeJS.ProcessEnv): Options {
  const demo = argv.includes('--demo')
  const given = argv.find((argument) => argument.startsWith('--data-dir='))?.slice('--data-dir='.length) || (demo ? undefined : environment['QIANTAI_DATA_DIR'])
  const base = process.platform === 'win32' ? (environment['LOCALAPPDATA'] ?? homedir()) : process.platform === 'darwin' ? join(homedir(), 'Library', 'Application Support') : (environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'))
  return { demo, dataDir: given ? resolve(given) : join(base, demo ? 'qiantai-demo' : 'qiantai') }
}
