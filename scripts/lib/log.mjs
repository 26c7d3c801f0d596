/** Set-up messages go to stderr, so that stdout stays clean for counts and JSON lines. */
export function say(message) {
  process.stderr.write(`${message}\n`)
}

/** A set-up step the user has to take: printed without a stack, and the script ends with `exitCode`. */
export class SetUpError extends Error {
  exitCode = 1
}

/** Runs a script's main function; a SetUpError is told in words, anything else is a defect and keeps its stack. */
export async function runMain(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    say(error instanceof SetUpError ? error.message : (error.stack ?? String(error)))
    process.exitCode = error.exitCode ?? 1
  }
}
