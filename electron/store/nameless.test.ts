import { expect, test } from 'vitest'
import { withoutPerson } from './nameless'

test.each([
  ['褚岚说茶水间漏水，可打13700005062', '褚岚', '＊＊说茶水间漏水，可打＊＊'],
  ['茶水间漏水，137 0000 5062 或 021-60005062', '褚岚', '茶水间漏水，＊＊ 或 ＊＊'],
  ['证件 11010119900307001X 掉进水箱', '', '证件 ＊＊ 掉进水箱'],
  ['行李房灯不亮', '李', '行李房灯不亮'],
  ['设备 20260312 号，2706室，380V，分机 8012', '褚岚', '设备 20260312 号，2706室，380V，分机 8012'],
])('P3 「%s」 without 「%s」 and numbers', (text, name, kept) => { expect(withoutPerson(text, name)).toBe(kept) })
