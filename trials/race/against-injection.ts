import { session } from '@facialis/server/test/journey.ts'
import type { Act } from '@facialis/wire'
import { hireNurse, personAtTheChair, type Seen, today } from '../clinic.ts'
import type { Product } from '../product.ts'
import type { Line } from '../trial.ts'
import { doorFor, type Racing } from './racing.ts'

type Person = Readonly<{ id: string; version: number }>

/** What ends that somebody may be injected, as it is known at the same moment as the injection. */
type Ending = Readonly<{
  called: string
  /** Whoever injects, signed in now: nobody's session outlasts what was tried before. */
  injects: (racing: Racing) => Promise<string>
  /** What is recorded first, when something is; then the act that ends it. */
  ends: (racing: Racing, person: Person) => Promise<Readonly<{ version: number; act: Act }>>
}>

export const theFlag: Ending = {
  called: 'a red flag',
  injects: async ({ cookie }) => cookie,
  ends: async (_, { version }) => ({
    version,
    act: { kind: 'visit', date: today(), facts: { 'rf.limbOrSpeech': 'yes' } },
  }),
}

export const theOrderTakenBack: Ending = {
  called: 'an order taken back',
  injects: (racing) => hireNurse(doorFor(racing, 0), racing.cookie),
  ends: async (racing, { id }) => {
    const body = { kind: 'toxin-order', date: today() }
    const signed = await doorFor(racing, 0).ask<Seen>('POST', `/api/patients/${id}/acts`, {
      cookie: racing.cookie,
      body,
    })
    const order = signed.body.timeline?.find(({ kind }) => kind === body.kind)
    if (order === undefined) throw new Error(`No order was signed: ${JSON.stringify(signed.body)}`)
    const act: Act = { kind: 'toxin-order-withdrawn', date: today(), withdraws: order.id, note: 'Demo' }
    return { version: signed.body.version, act }
  },
}

/** Taken, or told in words that it is not. */
const answered = new Set([200, 409, 412, 422])
/** Of so many rounds in which each is sent first in turn, each comes first at least once. */
const enough = 20

/** An injection, and what ends that it may be given, at the same moment: once that is recorded, no injection passes. */
export async function againstInjection(
  racing: Racing,
  rounds: number,
  { called, injects, ends }: Ending,
): Promise<Line> {
  const { cookie } = racing
  const injector = await injects(racing)
  const wrong: string[] = []
  const won = { ending: 0, injection: 0 }
  for (let round = 0; round < rounds; round += 1) {
    racing.tell(`${called} against an injection`, round / rounds)
    const person = await personAtTheChair(doorFor(racing, 0), { ...racing, name: `${called} ${round}` })
    const { version, act } = await ends(racing, person)
    const ask = (door: Product, who: string, body: unknown, ifMatch?: number) =>
      door.ask<Seen>('POST', `/api/patients/${person.id}/acts`, {
        cookie: who,
        body,
        ...(ifMatch === undefined ? {} : { ifMatch }),
      })
    // Half the time whoever ends it does not say which version they looked at, as from a phone.
    const seen = round % 4 < 2 ? version : undefined
    const asks = [
      () => ask(doorFor(racing, round), injector, { ...session(today()), confirmed: true }, version),
      () => ask(doorFor(racing, round + 1), cookie, act, seen),
    ]
    // Each of the two comes first in turn.
    const begun = (round % 2 === 0 ? asks : asks.toReversed()).map((one) => one())
    const answers = await Promise.all(round % 2 === 0 ? begun : begun.toReversed())
    const [injected, ended] = answers.map(({ status }) => status === 200)
    const statuses = answers.map(({ status }) => status).join(' and ')
    if (injected) won.injection += 1
    if (ended && !injected) won.ending += 1
    const order = injected && ended ? (answers[0]?.body.version ?? 0) < (answers[1]?.body.version ?? 0) : true
    if (answers.some(({ status }) => !answered.has(status))) wrong.push(`round ${round}: ${statuses}`)
    if (!injected && !ended) wrong.push(`round ${round}: neither (${statuses})`)
    if (injected && ended && (seen !== undefined || !order)) wrong.push(`round ${round}: both (${statuses})`)
  }
  if (rounds >= enough && Math.min(...Object.values(won)) === 0)
    wrong.push(`one always came first: ${JSON.stringify(won)}`)
  return {
    promise: `${called} against an injection: never both on one version, and no injection after it`,
    asked: `0 of ${rounds} rounds`,
    got: wrong[0] ?? `0 (${won.injection} times the injection came first, ${won.ending} times the other)`,
    held: wrong.length === 0,
  }
}
