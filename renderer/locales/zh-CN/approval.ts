/** Somebody with more authority agrees at the desk, with number and PIN in place. */
export default {
  supervisor: '主管',
  reason: '事由',
  pinMissing: '口令六位数字，请主管输入。',
}
