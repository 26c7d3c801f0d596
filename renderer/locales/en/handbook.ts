/** The handbook beside all keys. Its own text is docs/handbook.zh-CN.md. */
export default {
  title: 'Handbook',
  contents: 'Contents',
  inChinese: 'The handbook is in Chinese only.',
}
