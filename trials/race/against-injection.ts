import { session } from '@facialis/server/test/journey.ts'
import type { Act } from '@facialis/wire'
import { personAtTheChair, type Seen, today } from '../clinic.ts'
import type { Product } from '../product.ts'
import type { Line } from '../trial.ts'
import { doorFor, type Racing } from './racing.ts'

type Person = Readonly<{ id: string; version: number }>

/** What ends that somebody may be injected, as it is known at the same moment as the injection. */
type Ending = Readonly<{
  called: string
  injects: 'nurse' | 'cookie'
  /** What is recorded first, when something is; then the act that ends it. */
  ends: (racing: Racing, person: Person) => Promise<Readonly<{ version: number; act: Act }>>
}>

export const theFlag: Ending = {
  called: 'a red flag',
  injects: 'cookie',
  ends: async (_, { version }) => ({
    version,
    act: { kind: 'visit', date: today(), facts: { 'rf.limbOrSpeech': 'yes' } },
  }),
}

export const theOrderTakenBack: Ending = {
  called: 'an order taken back',
  injects: 'nurse',
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

/** An injection, and what ends that it may be given, at the same moment: once that is recorded, no injection passes. */
export async function againstInjection(
  racing: Racing,
  rounds: number,
  { called, injects, ends }: Ending,
): Promise<Line> {
  const { cookie } = racing
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
    const seen = round % 2 === 0 ? version : undefined
    const asks = [
      () => ask(doorFor(racing, round), racing[injects], { ...session(today()), confirmed: true }, version),
      () => ask(doorFor(racing, round + 1), cookie, act, seen),
    ]
    // Each of the two comes first in turn.
    const begun = (round % 4 < 2 ? asks : asks.toReversed()).map((one) => one())
    const answers = await Promise.all(round % 4 < 2 ? begun : begun.toReversed())
    const [injected, ended] = answers.map(({ status }) => status === 200)
    const statuses = answers.map(({ status }) => status).join(' and ')
    if (injected) won.injection += 1
    if (ended && !injected) won.ending += 1
    const order = injected && ended ? (answers[0]?.body.version ?? 0) < (answers[1]?.body.version ?? 0) : true
    if (!injected && !ended) wrong.push(`round ${round}: neither (${statuses})`)
    if (injected && ended && (seen !== undefined || !order)) wrong.push(`round ${round}: both (${statuses})`)
  }
  return {
    promise: `${called} against an injection: never both on one version, and no injection after it`,
    asked: `0 of ${rounds} rounds`,
    got: wrong[0] ?? `0 (${won.injection} times the injection came first, ${won.ending} times the other)`,
    held: wrong.length === 0,
  }
}
