import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { type Condition, childrenOf, conditionsOf, type DateTerm, type NumberTerm } from '@facialis/language'
import { describe, expect, test } from 'vitest'

type Node = Condition | DateTerm | NumberTerm

/** Fields asked where another kind of entry, or none, is looked at: evaluating them throws. */
const misplaced = (node: Node, inside: string): readonly string[] => {
  const own = 'fact' in node ? node.fact.scope : node.kind === 'entry-date' ? node.entry.id : 'patient'
  const wrong = own !== 'patient' && own !== inside ? [`${own} inside ${inside}`] : []
  const there = 'entry' in node && node.kind !== 'entry-date' ? node.entry.id : inside
  return [...wrong, ...childrenOf(node).flatMap((child) => misplaced(child, there))]
}

describe('a field is asked only of an entry of its kind', () => {
  test.each(pathway.decisions.map((decision) => [decision.id, decision] as const))('in %s', (_, decision) => {
    const inside = decision.body.kind === 'fold' ? decision.body.entry.id : decision.scope
    expect(conditionsOf(decision).flatMap((condition) => misplaced(condition, inside))).toEqual([])
  })
  test.each(pathway.steps.map((step) => [step.id, step] as const))('in the step %s', (_, step) => {
    const { opens, due, overdue } = step.window
    const nodes = [
      step.when,
      ...step.urgency.map((u) => u.when),
      ...step.anchors.map((a) => a.date),
      opens,
      due,
      overdue,
    ]
    expect(nodes.flatMap((node) => misplaced(node, 'patient'))).toEqual([])
  })
  test.each(pathway.alerts.map((alert) => [alert.id, alert] as const))('in the alert %s', (_, alert) => {
    expect(misplaced(alert.when, 'patient')).toEqual([])
  })
})
