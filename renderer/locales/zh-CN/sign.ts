/** Signatures, on the screen or on the printed paper. */
export default {
  onPaper: '已签纸单',
  onScreen: '改在屏上签',
  paperSigned: '签在纸单上，可拍下留存。',
  byScreen: '屏上签',
  byPaper: '纸单签',
  of: '{name} 的签名',
  scanOf: '{name} 签过的纸单',
  notYet: '还没有签',
  missingName: '请写签字人姓名。',
  missing: '还没有签名。请在框内签，或按 Alt+W 记已签纸单。',
}
