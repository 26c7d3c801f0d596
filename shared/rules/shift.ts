import { timeOf } from './time'

export interface Shift {
  name: string
  /** `HH:MM`; `to` may be `24:00`, or earlier than `from` for a shift over midnight. */
  from: string
  to: string
}

/** The shift in which a moment (epoch milliseconds) falls; the first one where the shifts leave a gap. */
export function shiftAt<S extends Shift>(shifts: readonly S[], ms: number): S {
  const time = timeOf(ms)
  const holds = ({ from, to }: Shift): boolean => (from < to ? from <= time && time < to : time >= from || time < to)
  const [first] = shifts
  if (!first) throw new RangeError('no shifts')
  return shifts.find(holds) ?? first
}
