/** Somebody with more authority agrees at the desk, with number and PIN in place. */
export default {
  supervisor: 'Supervisor',
  reason: 'Reason',
  pinMissing: 'The PIN has six digits. The supervisor types it.',
}
