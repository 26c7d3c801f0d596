/** Signatures, on the screen or on the printed paper. */
export default {
  onPaper: 'Signed on paper',
  onScreen: 'Sign on screen',
  paperSigned: 'Signed on the slip; take a photo to keep it.',
  byScreen: 'on screen',
  byPaper: 'on paper',
  of: 'Signature of {name}',
  scanOf: 'Slip signed by {name}',
  notYet: 'not signed yet',
  missingName: 'Write the name of who signs.',
  missing: 'No signature yet. Sign in the box, or press Alt+W if the slip is signed.',
}
