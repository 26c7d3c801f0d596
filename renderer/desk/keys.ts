/** One key of the whole keyboard: what it does is `keys.<does>` in the locale. */
export interface KeyLine {
  key: string
  does: string
  group: 'task' | 'form' | 'list' | 'everywhere' | 'visit' | 'device'
}

/** All keys (ui.md, "Keys"); the sheet under Ctrl+/ shows this table, and a test finds a key bound that is not in it. */
export const keyTable: readonly KeyLine[] = [
  { key: 'F1', does: 'today', group: 'task' },
  { key: 'F2', does: 'visits', group: 'task' },
  { key: 'F3', does: 'calls', group: 'task' },
  { key: 'F4', does: 'repairs', group: 'task' },
  { key: 'F5', does: 'passes', group: 'task' },
  { key: 'F6', does: 'exitPermits', group: 'task' },
  { key: 'F7', does: 'keys', group: 'task' },
  { key: 'F8', does: 'complaints', group: 'task' },
  { key: 'F9', does: 'signs', group: 'task' },
  { key: 'F10', does: 'services', group: 'task' },
  { key: 'F11', does: 'handover', group: 'task' },
  { key: 'F12', does: 'lock', group: 'task' },
  { key: 'Alt+L', does: 'tower', group: 'task' },

  { key: 'Ctrl+K', does: 'command', group: 'everywhere' },
  { key: 'Ctrl+U', does: 'switchUser', group: 'everywhere' },
  { key: 'Ctrl+/', does: 'allKeys', group: 'everywhere' },
  { key: 'Alt+J', does: 'trouble', group: 'everywhere' },

  { key: 'Alt+1', does: 'paperComplete', group: 'device' },
  { key: 'Alt+2', does: 'paperReprint', group: 'device' },
  { key: 'Alt+3', does: 'redirect', group: 'device' },
  { key: 'Alt+4', does: 'redirectA4', group: 'device' },
  { key: 'Alt+T', does: 'testPrint', group: 'device' },
  { key: 'Alt+O', does: 'openSettings', group: 'device' },

  { key: 'Enter', does: 'nextField', group: 'form' },
  { key: 'Ctrl+Enter', does: 'saveAndPrint', group: 'form' },
  { key: 'Alt+S', does: 'saveOnly', group: 'form' },
  { key: 'Esc', does: 'close', group: 'form' },
  { key: 'Alt+A', does: 'anotherPerson', group: 'form' },
  { key: 'Alt+C', does: 'takePhoto', group: 'form' },
  { key: 'Alt+→', does: 'nextStep', group: 'form' },
  { key: 'Alt+←', does: 'previousStep', group: 'form' },
  { key: '1–9', does: 'choose', group: 'form' },

  { key: '↑ ↓', does: 'select', group: 'list' },
  { key: 'Ctrl+F', does: 'searchList', group: 'list' },
  { key: 'Alt+E', does: 'correct', group: 'list' },
  { key: 'Alt+Del', does: 'void', group: 'list' },
  { key: 'Alt+P', does: 'reprint', group: 'list' },
  { key: 'Alt+H', does: 'history', group: 'list' },
  { key: 'Alt+W', does: 'signedOnPaper', group: 'list' },
  { key: 'Alt+M', does: 'mergeInto', group: 'list' },
  { key: 'Alt+G', does: 'urge', group: 'list' },
  { key: 'Alt+Z', does: 'stepBack', group: 'list' },
  { key: 'Alt+Enter', does: 'otherStep', group: 'list' },
  { key: 'Alt+K', does: 'pay', group: 'list' },
  { key: 'Alt+B', does: 'toMonth', group: 'list' },
  { key: 'Alt+I', does: 'import', group: 'list' },
  { key: 'Ctrl+O', does: 'openFile', group: 'list' },
  { key: 'Alt+X', does: 'exportRows', group: 'list' },
  { key: 'Alt+U', does: 'unpause', group: 'list' },
  { key: 'PgUp', does: 'boardBefore', group: 'list' },
  { key: 'PgDn', does: 'boardAfter', group: 'list' },

  { key: 'Ctrl+L', does: 'leave', group: 'visit' },
  { key: 'Ctrl+B', does: 'expected', group: 'visit' },
  { key: 'Alt+R', does: 'reread', group: 'visit' },
  { key: 'Alt+Y', does: 'agreed', group: 'visit' },
  { key: 'Alt+N', does: 'declined', group: 'visit' },
]
