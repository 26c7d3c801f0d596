/** What `scripts/bench.mjs` has set up: how to start Electron here, and where to keep what is made once. */
export interface Ready {
  exec: string
  /** Before the application's path. */
  args: string[]
  env: Record<string, string>
  /** Makes the packaged application, unless it is there; returns its executable. */
  packaged(): Promise<string>
  cacheDir: string
  /** To stderr: stdout is for the figures. */
  say(message: string): void
}
