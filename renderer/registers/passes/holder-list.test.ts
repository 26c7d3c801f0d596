import { expect, test } from 'vitest'
import { addPasted, cellsOf, holdersOf, takeCard, takeScannedNumber } from './holder-list'
import { emptyHolder, type HolderForm } from './pass-form'

const today = '2026-03-12'
const number = '11010519491231002X'
const other = '440524188001010014'
const facts = (holders: readonly HolderForm[]) => holders.map(({ name, documentKind, documentNumber, trade, specialCertificate }) => [name, documentKind, documentNumber, trade, specialCertificate])

test('12.F2 a list with heads is read by them, in whatever order, and a column it does not know is named', () => {
  const { holders, left, unknown } = holdersOf(`序号\t工种\t姓名\t身份证号码\t特种作业操作证\t籍贯\n1\t电工\t郭凯\t${number}\tT-01\t河北\n2\t木工\t何立\t${other}\t\t山东\n`, today)
  expect(facts(holders)).toEqual([['郭凯', 'resident', number, '电工', 'T-01'], ['何立', 'resident', other, '木工', '']])
  expect([left, unknown]).toEqual([[], ['籍贯']])
  expect(holders.every(({ source }) => source === 'pasted')).toBe(true)
})

test('12.F2 without heads the number is told by itself, a count in front is passed over', () => {
  expect(facts(holdersOf(`1\t郭凯\t${number}\t电工\n2\t何立\t${other}\t木工`, today).holders)).toEqual([['郭凯', 'resident', number, '电工', ''], ['何立', 'resident', other, '木工', '']])
  expect(facts(holdersOf(`${number}\t郭 凯`, today).holders)).toEqual([['郭凯', 'resident', number, '', '']])
  expect(facts(holdersOf('郭凯\n何立', today).holders)).toEqual([['郭凯', 'resident', '', '', ''], ['何立', 'resident', '', '', '']])
})

test('12.F2 P3 a number is never taken for a trade where most have not told theirs', () => {
  const { holders } = holdersOf('马国栋\t110105194912310021\n赵立新\t\n古丽娜尔·艾山江\t', today)
  expect(holders.map(({ name, documentNumber, trade }) => [name, documentNumber, trade])).toEqual([['马国栋', '110105194912310021', ''], ['赵立新', '', ''], ['古丽娜尔·艾山江', '', '']])
})
test('P1 a kind of document is what its column says, or what the number is', () => {
  expect(facts(holdersOf('姓名\t证件类型\t证件号码\n陈大文\t港澳居民来往内地通行证\tH12345678\nJohn Smith\t护照\tE1234567', today).holders).map(([, kind]) => kind)).toEqual(['hm-travel', 'passport'])
  expect(facts(holdersOf('陈大文\tH12345678', today).holders)[0]![1]).toBe('hm-travel')
})

test('12.C2 nothing pasted is lost: a line that names nobody, and one too many, are handed back as they came', () => {
  const { holders, left } = holdersOf(`姓名\t证件号码\n郭凯\t${number}\n合计\t\n\t\n何立\t${other}`, today, 1)
  expect(holders.map(({ name }) => name)).toEqual(['郭凯'])
  expect(left).toEqual([{ row: 3, text: '合计', why: 'nobody' }, { row: 4, text: `何立　${other}`, why: 'too-many' }])
})

test('a line with a wrong number stands in the list as it came', () => {
  expect(facts(holdersOf('姓名\t证件号码\n郭凯\t1.10105E+17', today).holders)).toEqual([['郭凯', 'resident', '1.10105E+17', '', '']])
})

test('quoted cells keep their breaks and quotes', () => {
  expect(cellsOf('"郭\n凯"\t"他说""好"""\r\nb\tc\n')).toEqual([['郭 凯', '他说"好"'], ['b', 'c']])
})

test('pasted lines take the place of empty ones and follow the others', () => {
  const holders = [{ ...emptyHolder(), name: '丁玲' }, emptyHolder()]
  addPasted(holders, holdersOf('郭凯\n何立', today).holders)
  expect(holders.map(({ name }) => name)).toEqual(['丁玲', '郭凯', '何立'])
})

test('16.R4 card after card: each bearer is the next on the list, the same card never twice', () => {
  const holders = [emptyHolder()]
  expect(takeCard(holders, { kind: 'resident', name: '郭凯', number })).toBe(0)
  expect(takeCard(holders, { kind: 'resident', name: '何立', number: other })).toBe(1)
  expect(takeCard(holders, { kind: 'resident', name: '郭凯', number: number.toLowerCase() })).toBe(0)
  expect(holders.map(({ name, source }) => [name, source])).toEqual([['郭凯', 'card'], ['何立', 'card']])
})

test('a card belongs to the line that bears its name and no number yet', () => {
  const holders = [{ ...emptyHolder(), name: '丁玲', trade: '保洁' }, { ...emptyHolder(), name: '郭凯' }]
  expect(takeCard(holders, { kind: 'resident', name: '郭凯', number })).toBe(1)
  expect(holders[0]!.documentNumber).toBe('')
})

test('a scanned number fills the line without one, else begins the next', () => {
  const holders = [{ ...emptyHolder(), name: '丁玲' }]
  expect(takeScannedNumber(holders, number)).toBe(0)
  expect(takeScannedNumber(holders, other)).toBe(1)
  expect(takeScannedNumber(holders, number)).toBe(0)
  expect(holders.map(({ name, documentNumber }) => [name, documentNumber])).toEqual([['丁玲', number], ['', other]])
})

test('P1 a number that a reader types is the line\'s in view, else the first that has none', () => {
  const lines = (): HolderForm[] => ['张三', '李四', '王五'].map((name) => ({ ...emptyHolder(), name }))
  const holders = lines()
  expect(takeScannedNumber(holders, '11010519491231002X', 1)).toBe(1)
  expect(holders.map(({ documentNumber }) => documentNumber)).toEqual(['', '11010519491231002X', ''])
  // The line in view has one: the next number is another's.
  expect(takeScannedNumber(holders, '110199198805123016', 1)).toBe(0)
})
