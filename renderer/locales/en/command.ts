export default {
  title: 'Command bar',
  placeholder: 'Tenant, room, person, number, or a task',
  esc: 'back to where you were, nothing lost',
  found: 'Found',
  none: 'Nothing found. Try a room, a name, pinyin initials or a number.',
  open: 'open',
  hint: 'Digits, Chinese or pinyin initials; of a phone the last four',
  group: { place: 'Rooms and tenants', entry: 'Entries', action: 'Start from here', page: 'Pages', own: 'Yours' },
  vacant: 'vacant',
  kind: { unit: 'room', tenant: 'tenant', contact: 'contact' },
  action: { visit: 'Register a visit to {place}', call: 'Log a call from {place}', repair: 'Repair for {place}', complaint: 'Complaint from {place}', service: 'Paid service for {place}', 'pass': 'Issue a pass for {place}', 'exit-permit': 'Exit permit for {place}', 'key': 'Lend a key of {place}', 'sign': 'Directory sign for {place}' },
  state: {
    'expected': 'Expected', 'asked': 'Awaiting reply', 'inside': 'Inside', 'left': 'Left', 'declined': 'Declined', 'no-show': 'No show',
    'waiting': 'Notice sent', 'notified': 'Acknowledged', 'closed': 'Closed', 'void': 'Void',
  },
}
