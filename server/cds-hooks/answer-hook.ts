import { cardsFor, type HookAnswer } from '../cards/cards-for.ts'
import type { HookRequest } from '../cards/hook-request.ts'
import type { Hook } from '../cards/services.ts'
import type { Clinic } from '../clinic/clinic.ts'
import { policyInForce } from '../core/policy.ts'
import { ok, type Result, refuse } from '../core/refusal.ts'
import { WorkerLost } from '../worker-pool/worker-pool.ts'

type Asking = Pick<Clinic, 'record' | 'pathway' | 'versions' | 'zone' | 'advise' | 'today' | 'workers' | 'cardCache'>

/**
 * What is said at a hook about one person, from what was sent with it and nothing else. The advice is that of
 * `facialis assess` over the same resources, on the same day, by the numbers of this site.
 */
export async function answerHook(clinic: Asking, hook: Hook, asked: HookRequest): Promise<Result<HookAnswer>> {
  const isOpened = hook === 'patient-view'
  const { patientId } = asked.context
  const work = {
    what: 'cards',
    hook,
    // Who opened a chart, and at which call, changes nothing of what is said.
    asked: { context: isOpened ? { patientId } : asked.context, prefetch: asked.prefetch },
    today: clinic.today(),
    policy: await policyInForce(clinic),
  } as const
  const text = JSON.stringify(work)
  // Orders are judged anew: what is being chosen changes each time.
  const known = isOpened ? clinic.cardCache(text) : null
  const before = known?.before() ?? null
  if (before !== null) return ok({ cards: before, counted: null })
  try {
    const drawn =
      (await clinic.workers?.run(work, text)) ?? cardsFor({ ...clinic, pathway: clinic.versions.newest }, work)
    if (drawn.ok) known?.keep(drawn.value.cards)
    return drawn
  } catch (fault) {
    if (!(fault instanceof WorkerLost)) throw fault
    // It may have ended over what was sent: then this thread would end over it too.
    return { ...refuse(503, 'not-now', 'This cannot be answered right now. Please try again.'), retryAfterSeconds: 5 }
  }
}
