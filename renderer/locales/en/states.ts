/** States of entries, and ages in words. */
export default {
  inside: 'Inside',
  waiting: 'Waiting',
  overdue: 'Overdue',
  expected: 'Expected',
  left: 'Left',
  done: 'Notified',
  void: 'Void',
  writing: 'Writing',
  age: {
    now: 'just now',
    minutes: '{minutes} min',
    hours: '{hours} h {minutes} min',
    days: '{days} d',
    over: '{age} over',
  },
}
