import { entryOf, factOf } from '../pathway.ts'

export type ScreenName = 'evaluate' | 'imaging' | 'injection' | 'surgery' | 'follow-up'

/** The screen on which facts of an entry, or a kind of entry, are recorded. */
const screens: Readonly<Record<string, ScreenName>> = {
  study: 'imaging',
  'imaging-order': 'imaging',
  session: 'injection',
  operation: 'surgery',
  score: 'follow-up',
  'spasm-report': 'follow-up',
  symptom: 'follow-up',
}

/** Where the first of these facts or kinds of entry can be recorded, as a path below the patient's. */
export function screenOf(ids: readonly string[]): ScreenName {
  for (const id of ids) {
    const kind = entryOf(id)?.id ?? factOf(id)?.scope
    const screen = kind === undefined ? undefined : screens[kind]
    if (screen !== undefined) return screen
    if (factOf(id)?.askedAt === 'session' || id === 'screen.at-chair') return 'injection'
  }
  return 'evaluate'
}
