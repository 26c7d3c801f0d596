/** How many of a hundred were on time, whole and rounded down: 99.6 of a hundred is not all of them. Of none: all. */
export const percentOf = ({ onTime, total }: { onTime: number; total: number }): number => (total === 0 ? 100 : Math.floor((onTime * 100) / total))
