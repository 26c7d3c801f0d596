const sequence = (no: string): number => Number(no.slice(no.lastIndexOf('-') + 1))

/** Numbers missing between the first and the last of a month (13.C4): none when there are as many orders as numbers. */
export const missingNumbers = ({ first, last, count }: { first: string; last: string; count: number }): number => (count === 0 ? 0 : sequence(last) - sequence(first) + 1 - count)
