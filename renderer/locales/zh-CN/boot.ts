/** Why the counter could not open: what happened, what is safe, what to do. */
export default {
  'newer-database': {
    what: '资料是更新的版本写的，这个版本不能开。',
    safe: '资料没有动过，都在。',
    todo: '请换上新版前台再开。资料版本 {found}，本程序认到 {supported}。',
  },
  'damaged-database': {
    what: '资料文件坏了，没有打开。',
    safe: '坏的会放在一边，不删。最近的备份：{backup}。',
    todo: '用备份打开后，备份之后写的要补登。也可先请信息部看过 {file} 再开。',
  },
  'damaged-without-backup': {
    what: '资料文件坏了，没有打开，也没有备份可用。',
    safe: '坏的文件没有动过，没有删。',
    todo: '请把 {file} 交信息部修复。要先用起来，可从头设置：坏的文件、密钥和备份都放在一边，不删。',
  },
  'data-dir-in-use': {
    what: '这份资料正由另一个前台程序用着。',
    safe: '资料没有动过，都在。',
    todo: '请到已开的那个窗口去办，或先把它关掉再试。',
  },
  'not-a-demo': {
    what: '这个目录里不是演示资料，演示没有打开。',
    safe: '资料没有动过，都在。',
    todo: '请给演示另指一个空目录，或不带 --demo 再开 {dir}。',
  },
  'disk-full': {
    what: '磁盘已满，前台没有打开。',
    safe: '以前写的都在。',
    todo: '请腾出磁盘，再试。',
  },
  'read-only': {
    what: '资料所在的目录不能写，前台没有打开。',
    safe: '以前写的都在。',
    todo: '请把目录 {dir} 设为本用户可写，再试。',
  },
  'key-missing': {
    what: '本机没有打开资料的密钥。',
    safe: '资料没有动过，都在。',
    todo: '请输入设置时抄存的恢复密钥。',
  },
  'invalid-station-file': {
    what: '设置文件 station.json 第 {line} 行不对。',
    safe: '资料没有动过，都在。',
    todo: '原因：{reason}。请改好 {file}，再试。',
  },
  'store-unavailable': {
    what: '资料库没有打开。',
    safe: '以前写的都在。',
    todo: '请再试；还不行，请把记录号 {log} 告诉信息部。',
  },
  recoveryKey: '恢复密钥',
  openWithKey: '打开资料',
  restoreBackup: '用最近的备份打开',
  beginAnew: '放在一边，从头设置',
  working: '正在打开',
}
