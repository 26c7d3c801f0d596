/** 来访 by hour as marks in a box 132 high and as wide as its panel, drawn as SVG. */
export interface HourMark {
  hour: number
  value: number
  usual: number
  /** Left edge and top of the bar, and the height of the line for the usual value; null where nothing is drawn. */
  x: number
  width: number
  barTop: number | null
  usualY: number | null
  now: boolean
}

/** The width is that of the panel at 1280, until it is known. */
export const chartBox = { width: 356, height: 132, base: 110, top: 18 }
const widest = 22

/**
 * The hours from the first to the last that say something, the working day (8–17) at least.
 * @param today entries per hour 0–23 so far
 * @param usual mean of the same weekday
 * @param boxWidth in px
 */
export function hourMarks(today: number[], usual: number[], hourNow: number, boxWidth = chartBox.width): HourMark[] {
  const said = [...Array(24).keys()].filter((hour) => (today[hour] ?? 0) > 0 || (usual[hour] ?? 0) >= 0.5)
  const first = Math.min(8, ...said)
  const last = Math.max(17, ...said)
  const highest = Math.max(4, ...today, ...usual)
  const step = boxWidth / (last - first + 1)
  // A night with visits makes more hours of the same breadth: the bars give way.
  const width = Math.min(widest, step * 0.64)
  const y = (value: number): number => chartBox.base - (value / highest) * (chartBox.base - chartBox.top)
  return Array.from({ length: last - first + 1 }, (_, index): HourMark => {
    const hour = first + index
    const value = today[hour] ?? 0
    const mean = usual[hour] ?? 0
    return {
      hour, value, usual: mean, x: index * step + (step - width) / 2, width,
      barTop: value > 0 ? y(value) : null, usualY: mean >= 0.5 ? y(mean) : null, now: hour === hourNow,
    }
  })
}

/** What is usual by this time of such a day, whole visits. */
export function usualSoFar(usual: number[], hour: number, minute: number): number {
  const whole = usual.slice(0, hour).reduce((sum, value) => sum + value, 0)
  return Math.round(whole + (usual[hour] ?? 0) * (minute / 60))
}
