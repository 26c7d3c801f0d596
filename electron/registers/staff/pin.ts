import { UserError } from '../../../shared/contract/errors'
import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto'

/** 2^15 · 8 needs 32 MiB and about a tenth of a second: a million PINs then cost a day, not a minute. */
const COST = { N: 2 ** 15, r: 8, p: 1 }
const LENGTH = 32

const derive = (pin: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, LENGTH, { ...options, maxmem: 128 * 1024 * 1024 }, (error, key) => (error ? reject(error) : resolve(key)))
  })

/** `scrypt$N$r$p$salt$key`, so that the cost can be raised later. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(pin, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$')
}

export async function verifyPin(pin: string, stored: string): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = stored.split('$')
  if (scheme !== 'scrypt' || !salt || !key) return false
  const expected = Buffer.from(key, 'base64')
  const found = await derive(pin, Buffer.from(salt, 'base64'), { N: Number(N), r: Number(r), p: Number(p) })
  return timingSafeEqual(found, expected)
}

/** Does the work of a check whose outcome is known, so that an unknown number takes as long as a wrong PIN. */
export async function pretendToVerify(pin: string): Promise<void> {
  await derive(pin, Buffer.alloc(16), COST)
}

/** A PIN that is tried first: one digit or a short group repeated, a run up or down, or the staff number itself. */
export function isWeakPin(pin: string, staffNo: string): boolean {
  if (/^(\d{1,3})\1+$/.test(pin)) return true
  const steps = new Set([...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i])))
  if (steps.size === 1 && (steps.has(1) || steps.has(-1))) return true
  const digits = staffNo.replace(/\D/g, '')
  return digits !== '' && pin === digits.padStart(pin.length, '0')
}

/** @throws UserError weak-pin, for the form field `field` */
export function refuseWeakPin(pin: string, staffNo: string, field: string): void {
  if (isWeakPin(pin, staffNo)) throw new UserError('weak-pin', {}, field)
}
