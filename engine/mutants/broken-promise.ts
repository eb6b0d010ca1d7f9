import type { Decision, Pathway, ToProve } from '@facialis/language'
import { proofsOf } from '../prove/prove.ts'
import type { Mutant } from './mutants.ts'
import { rulesOf } from './rules.ts'

/** The first promise that a mutant breaks, of those that rest on what it changes; null when it breaks none. */
export function brokenPromise(pathway: Pathway, mutant: Mutant): string | null {
  const own = rulesOf(pathway)
  const rules = mutant.rules()
  const now = (decision: Decision): Decision => rules.decisions[own.decisions.indexOf(decision)] ?? decision
  const { offers, wide } = pathway.toProve
  const toProve: ToProve = {
    invariants: rules.invariants.filter((one, i) => one !== own.invariants[i]),
    assumptions: rules.assumptions,
    offers: offers.map(now).filter((offer) => !offers.includes(offer)),
    wide: wide.map(now),
  }
  // That each rule decides somebody is asked again only where rules have changed.
  const asBefore = rules.decisions.filter((decision, i) => decision === own.decisions[i])
  const proofs = proofsOf({ ...mutated(pathway, mutant), toProve }, [...asBefore, ...toProve.wide])
  return proofs.find(({ holds }) => !holds)?.id ?? null
}

/** The pathway with the mistake in it. */
export function mutated(pathway: Pathway, mutant: Mutant): Pathway {
  const { decisions, steps, alerts, collections } = mutant.rules()
  const stage = decisions[pathway.decisions.indexOf(pathway.stage)] ?? pathway.stage
  return { ...pathway, decisions, steps, alerts, collections, stage }
}
