import text from '../../../docs/handbook.zh-CN.md?raw'
import { blocksOf } from './blocks'

const addresses = import.meta.glob<string>('../../../docs/handbook/*.jpg', { query: '?url', import: 'default', eager: true })

/** docs/handbook.zh-CN.md, and the addresses of its pictures by their file names. */
export const handbook = {
  blocks: blocksOf(text),
  pictures: Object.fromEntries(Object.entries(addresses).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address])),
}
