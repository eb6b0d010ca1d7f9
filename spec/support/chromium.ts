import { type Browser, chromium } from 'playwright-core'

/**
 * The Chromium that `npm test` found, without a window. Close it when done.
 * @throws when FACIALIS_CHROMIUM is not set and /usr/bin/chromium does not start
 */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.FACIALIS_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      // Chromium refuses its sandbox to root, which is who runs tests in a container.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      // A page of a test lives for seconds: code made quick for its later runs is seldom run again.
      '--js-flags=--no-opt --no-maglev',
    ],
  })
}
