import type { PasskeyToMake, PasskeyToUse } from '@facialis/wire'
import { changeable } from './changeable.ts'
import { partOf } from './newer-build.ts'

const browser = () => partOf(() => import('@simplewebauthn/browser'))

/** The browser says no more than that nothing was chosen, or that this is no place for passkeys. */
const nothing = (reason: unknown): null => {
  if (!(reason instanceof Error)) throw reason
  return null
}

/** What the device at hand signs with a passkey it holds; null where nothing came of it. @throws as `partOf` */
export async function passkeyUsed(asked: PasskeyToUse) {
  const { startAuthentication } = await browser()
  return startAuthentication({ optionsJSON: changeable(asked) }).catch(nothing)
}

/** A passkey that the device at hand makes; null where nothing came of it. @throws as `partOf` */
export async function passkeyMade(asked: PasskeyToMake) {
  const { startRegistration } = await browser()
  return startRegistration({ optionsJSON: changeable(asked) }).catch(nothing)
}
