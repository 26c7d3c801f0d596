/** Why the counter could not open: what happened, what is safe, what to do. */
export default {
  'newer-database': {
    what: 'The data was written by a newer version; this one cannot open it.',
    safe: 'Nothing was changed; all of it is there.',
    todo: 'Install the new version and open it again. Data version {found}, this program knows up to {supported}.',
  },
  'damaged-database': {
    what: 'The data file is damaged and was not opened.',
    safe: 'The damaged file is set aside, never deleted. Latest backup: {backup}.',
    todo: 'After opening the backup, enter again what was written since. Or have {file} looked at first.',
  },
  'damaged-without-backup': {
    what: 'The data file is damaged and was not opened; there is no backup to use.',
    safe: 'The damaged file was not changed and not deleted.',
    todo: 'Have {file} repaired. To go on working meanwhile, set up anew: the damaged file, its key and its backups are set aside, never deleted.',
  },
  'data-dir-in-use': {
    what: 'Another counter program is using this data.',
    safe: 'Nothing was changed; all of it is there.',
    todo: 'Go to the window that is open, or close it and try again.',
  },
  'not-a-demo': {
    what: 'The data in this folder is not a demo; the demo did not open.',
    safe: 'Nothing was changed; all of it is there.',
    todo: 'Give the demo an empty folder of its own, or open {dir} without --demo.',
  },
  'disk-full': {
    what: 'The disk is full; the counter did not open.',
    safe: 'Everything written before is there.',
    todo: 'Free some space, then try again.',
  },
  'read-only': {
    what: 'The data folder cannot be written to; the counter did not open.',
    safe: 'Everything written before is there.',
    todo: 'Make the folder {dir} writable for this user, then try again.',
  },
  'key-missing': {
    what: 'This machine has no key for the data.',
    safe: 'Nothing was changed; all of it is there.',
    todo: 'Type the recovery key noted down at set-up.',
  },
  'invalid-station-file': {
    what: 'Line {line} of station.json is not right.',
    safe: 'Nothing was changed; all of it is there.',
    todo: 'Reason: {reason}. Mend {file}, then try again.',
  },
  'store-unavailable': {
    what: 'The store did not open.',
    safe: 'Everything written before is there.',
    todo: 'Try again. If it still fails, report log {log}.',
  },
  recoveryKey: 'Recovery key',
  openWithKey: 'Open the data',
  restoreBackup: 'Open the latest backup',
  beginAnew: 'Set it aside and set up anew',
  working: 'Opening',
}
