import { Gone } from '../beside/beside.ts'
import type { AskedHook } from '../cards/asked-hook.ts'
import { cardsFor, type HookAnswer } from '../cards/cards-for.ts'
import type { Hook } from '../cards/services.ts'
import type { Clinic } from '../clinic/clinic.ts'
import { policyInForce } from '../ground/policy.ts'
import { type Result, refuse } from '../ground/problem.ts'

type Asking = Pick<Clinic, 'record' | 'pathway' | 'versions' | 'zone' | 'advise' | 'today' | 'beside'>

/**
 * What is said at a hook about one person, from what was sent with it and nothing else. The advice is that of
 * `facialis assess` over the same resources, on the same day, by the numbers of this site.
 */
export async function answerHook(clinic: Asking, hook: Hook, asked: AskedHook): Promise<Result<HookAnswer>> {
  const policy = await policyInForce(clinic)
  const work = { what: 'cards', hook, asked, today: clinic.today(), policy } as const
  try {
    return (await clinic.beside?.workOut(work)) ?? cardsFor({ ...clinic, pathway: clinic.versions.newest }, work)
  } catch (fault) {
    if (!(fault instanceof Gone)) throw fault
    // It may have ended over what was sent: then this thread would end over it too.
    return { ...refuse(503, 'not-now', 'This cannot be answered now. Please ask again.'), retryAfterSeconds: 5 }
  }
}
