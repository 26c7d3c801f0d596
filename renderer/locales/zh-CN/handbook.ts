/** The handbook beside all keys. Its own text is docs/handbook.zh-CN.md. */
export default {
  title: '手册',
  contents: '目录',
  inChinese: '手册只有中文。',
}
