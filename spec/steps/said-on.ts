import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { type Advice, defaultPolicy, type NextStep, parseDate } from '@facialis/language'
import { resolve } from '../../engine/chart/resolve.ts'
import { nextSteps, raisedAlerts } from '../../engine/explain/steps.ts'
import { createWorld } from '../../engine/world/create-world.ts'
import type { World } from '../../engine/world/world.ts'
import { chart, type Story, today } from './stories.ts'

const worldOn = (story: Story, on: string, policy: Readonly<Record<string, number>>): World =>
  createWorld(
    resolve(pathway, chart(story, on), {
      asOf: parseDate(on)?.lo ?? 0,
      policy: { ...defaultPolicy(pathway.policy), ...policy },
    }),
  )

/** Steps and alerts of one story on one day, without the cost of explaining the decisions. */
export const stepsOn = (story: Story, on: string = today, policy = {}): readonly NextStep[] =>
  nextSteps(worldOn(story, on, policy))
export const alertsOn = (story: Story, on: string = today, policy = {}): Advice['alerts'] =>
  raisedAlerts(worldOn(story, on, policy))

/** `urgency state due-day`, or `not called for`. */
export const said = (story: Story, step: string, on: string = today, policy = {}): string => {
  const found = stepsOn(story, on, policy).find((s) => s.id === step)
  return found ? `${found.urgency} ${found.state} ${found.dueBy ?? 'no day'}` : 'not called for'
}
