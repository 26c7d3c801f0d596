import { expect, test } from 'vitest'
import { isDebianLike, missingLibraries } from './system.mjs'

test('the libraries that ldd does not find are named', () => {
  const output = '\tlinux-vdso.so.1 (0x00007ffd)\n\tlibgtk-3.so.0 => not found\n\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)\n\tlibnss3.so => not found\n'
  expect(missingLibraries(output)).toEqual(['libgtk-3.so.0', 'libnss3.so'])
  expect(missingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x1)\n')).toEqual([])
})

test('Debian, Ubuntu and what is made from them are told from other systems', () => {
  expect(isDebianLike('NAME="Debian GNU/Linux"\nID=debian\n')).toBe(true)
  expect(isDebianLike('ID=linuxmint\nID_LIKE="ubuntu debian"\n')).toBe(true)
  expect(isDebianLike('ID=fedora\nBUG_REPORT_URL="https://debian.example"\n')).toBe(false)
})
