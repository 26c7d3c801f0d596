import { expect, test } from 'vitest'
import { cropOf, matchPhotos, numberIn } from './photo-names'

const number = '11010519491231002X'
const holder = (name: string, documentNumber = '') => ({ name, documentNumber })

test('12.R3 a folder of photos: by the number in the file name first, else by the name', () => {
  const { found, left } = matchPhotos(['照片/何立.JPG', `照片/郭凯 ${number.toLowerCase()}.jpg`, '合影.png'], [holder('郭凯', number), holder('何立')])
  expect(found).toEqual([{ file: 1, holder: 0 }, { file: 0, holder: 1 }])
  expect(left).toEqual([2])
})

test('王小明.jpg is not the photo of 王小', () => {
  expect(matchPhotos(['王小明.jpg', '王小.jpg'], [holder('王小'), holder('王小明')]).found).toEqual([{ file: 0, holder: 1 }, { file: 1, holder: 0 }])
})

test('two of one name get no photo by the name, and the number tells them apart', () => {
  const two = [holder('郭凯', number), holder('郭凯', '440524188001010014')]
  expect(matchPhotos(['郭凯.jpg'], two)).toEqual({ found: [], left: [0] })
  expect(matchPhotos([`${number}.jpg`], two).found).toEqual([{ file: 0, holder: 0 }])
})

test('one photo for each: a second one of the same person is handed back', () => {
  expect(matchPhotos(['郭凯1.jpg', '郭凯2.jpg'], [holder('郭凯')])).toEqual({ found: [{ file: 0, holder: 0 }], left: [1] })
})

test('a picture is cut to 4 : 5 about its middle and never made larger', () => {
  expect(cropOf(4000, 3000)).toMatchObject({ x: 800, y: 0, width: 2400, height: 3000, outWidth: 480, outHeight: 600 })
  expect(cropOf(200, 400)).toMatchObject({ x: 0, y: 50, width: 200, height: 250, outWidth: 200, outHeight: 250 })
  expect(cropOf(240, 300)).toMatchObject({ x: 0, y: 0, outWidth: 240, outHeight: 300 })
})

test('12.R8 a file of a renewal is named by a number that only the store knows', () => {
  expect(['照片/11010519491231002x.jpg', '罗志强 110199198805123016 正面.png', 'E12345678.jpg', '罗志强.jpg', 'IMG_2041.jpg'].map(numberIn)).toEqual(['11010519491231002X', '110199198805123016', 'E12345678', null, null])
})
