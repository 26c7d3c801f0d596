import { randomInt } from 'node:crypto'

// No letter or digit that is read as another one when a code is typed by hand.
const CHECK = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** What a slip's QR code says: the number, and four characters that can't be guessed from it. */
export const newToken = (no: string): string => `QT1:${no}:${Array.from({ length: 4 }, () => CHECK[randomInt(CHECK.length)]).join('')}`
