import { expect, test } from 'vitest'
import { imageType } from '../store/attachments'
import { scribble } from './scribble'

test('a demo signature is a picture, the same for the same name only', () => {
  expect(imageType(scribble('陆文博'))).toBe('image/png')
  expect(scribble('陆文博').equals(scribble('陆文博'))).toBe(true)
  expect(scribble('陆文博').equals(scribble('沈嘉敏'))).toBe(false)
})
